// AssemblyScript: compiled by train/kernel.sh into src/language/kernel.ts.
// c[i][j] = sum over k of a[i][k] * b[j][k], 16-bit factors, 32-bit sums that wrap. m even, n a multiple of 4, k of 8.
export function multiply(a: usize, b: usize, c: usize, m: i32, n: i32, k: i32): void {
  const row: usize = (<usize>k) << 1
  for (let i = 0; i < m; i += 2) {
    const a0 = a + <usize>i * row
    const a1 = a0 + row
    for (let j = 0; j < n; j += 4) {
      const b0 = b + <usize>j * row
      const b1 = b0 + row
      const b2 = b1 + row
      const b3 = b2 + row
      let s00 = i32x4.splat(0)
      let s01 = i32x4.splat(0)
      let s02 = i32x4.splat(0)
      let s03 = i32x4.splat(0)
      let s10 = i32x4.splat(0)
      let s11 = i32x4.splat(0)
      let s12 = i32x4.splat(0)
      let s13 = i32x4.splat(0)
      for (let o: usize = 0; o < row; o += 16) {
        const x0 = v128.load(a0 + o)
        const x1 = v128.load(a1 + o)
        let w = v128.load(b0 + o)
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, w))
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, w))
        w = v128.load(b1 + o)
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, w))
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, w))
        w = v128.load(b2 + o)
        s02 = i32x4.add(s02, i32x4.dot_i16x8_s(x0, w))
        s12 = i32x4.add(s12, i32x4.dot_i16x8_s(x1, w))
        w = v128.load(b3 + o)
        s03 = i32x4.add(s03, i32x4.dot_i16x8_s(x0, w))
        s13 = i32x4.add(s13, i32x4.dot_i16x8_s(x1, w))
      }
      const out = c + ((<usize>(i * n + j)) << 2)
      v128.store(out, across(s00, s01, s02, s03))
      v128.store(out + ((<usize>n) << 2), across(s10, s11, s12, s13))
    }
  }
}

// The sums of four vectors, as one vector.
@inline
function across(p: v128, q: v128, r: v128, s: v128): v128 {
  const pq = i32x4.add(v128.shuffle<i32>(p, q, 0, 1, 4, 5), v128.shuffle<i32>(p, q, 2, 3, 6, 7))
  const rs = i32x4.add(v128.shuffle<i32>(r, s, 0, 1, 4, 5), v128.shuffle<i32>(r, s, 2, 3, 6, 7))
  return i32x4.add(v128.shuffle<i32>(pq, rs, 0, 2, 4, 6), v128.shuffle<i32>(pq, rs, 1, 3, 5, 7))
}
