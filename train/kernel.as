// AssemblyScript: compiled by train/kernel.sh into src/language/kernel.ts. src/language/arithmetic.ts says what each function
// does, src/language/plain.ts does the same, to the bit, in JavaScript.

export function multiply(
  a: usize, b: usize, c: usize, spans: usize, count: i32, outputs: i32, inputs: i32, taps: i32, dilation: i32
): void {
  const row = <usize>inputs << 1
  const out = <usize>outputs << 2
  const step = <usize>dilation * row
  const back = <usize>(taps >> 1) * step
  const block = (row * <usize>taps) << 2
  for (let j = 0; j < outputs; j += 4) {
    for (let s = 0; s < count; s++) {
      const first = load<i32>(spans + (<usize>s << 3))
      const last = load<i32>(spans + (<usize>s << 3), 4)
      let from = a + <usize>first * row - back
      let to = c + <usize>first * out + (<usize>j << 2)
      for (let i = first; i < last; i += 2) {
        let s00 = i32x4.splat(0)
        let s01 = i32x4.splat(0)
        let s02 = i32x4.splat(0)
        let s03 = i32x4.splat(0)
        let s10 = i32x4.splat(0)
        let s11 = i32x4.splat(0)
        let s12 = i32x4.splat(0)
        let s13 = i32x4.splat(0)
        let w = b
        let p = from
        for (let t = 0; t < taps; t++) {
          let p0 = p
          let p1 = p + row
          const end = p1
          while (p0 < end) {
            const x0 = v128.load(p0)
            const x1 = v128.load(p1)
            let y = v128.load(w)
            s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, y))
            s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, y))
            y = v128.load(w, 16)
            s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, y))
            s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, y))
            y = v128.load(w, 32)
            s02 = i32x4.add(s02, i32x4.dot_i16x8_s(x0, y))
            s12 = i32x4.add(s12, i32x4.dot_i16x8_s(x1, y))
            y = v128.load(w, 48)
            s03 = i32x4.add(s03, i32x4.dot_i16x8_s(x0, y))
            s13 = i32x4.add(s13, i32x4.dot_i16x8_s(x1, y))
            p0 += 16
            p1 += 16
            w += 64
          }
          p += step
        }
        v128.store(to, across(s00, s01, s02, s03))
        v128.store(to + out, across(s10, s11, s12, s13))
        from += row << 1
        to += out << 1
      }
    }
    b += block
  }
}

export function spread(
  q: usize, to: usize, apart: usize, pairs: usize, count: i32, inputs: i32, dilation: i32
): void {
  const row = <usize>inputs << 1
  const step = <usize>dilation * row
  for (let p = 0; p < count; p++) {
    let from = q + <usize>load<i32>(pairs + (<usize>p << 2)) * row
    let at = to + <usize>p * row
    const end = from + row
    while (from < end) {
      const x0 = v128.load(from - step)
      const x1 = v128.load(from)
      const x2 = v128.load(from + step)
      const x3 = v128.load(from + (step << 1))
      v128.store(at, i16x8.sub(x0, x2))
      v128.store(at + apart, i16x8.add(x1, x2))
      v128.store(at + apart * 2, i16x8.sub(x2, x1))
      v128.store(at + apart * 3, i16x8.sub(x1, x3))
      from += 16
      at += 16
    }
  }
}

export function unite(
  m: usize, c: usize, apart: usize, pairs: usize, count: i32, outputs: i32, dilation: i32
): void {
  const row = <usize>outputs << 2
  const step = <usize>dilation * row
  for (let p = 0; p < count; p++) {
    let to = c + <usize>load<i32>(pairs + (<usize>p << 2)) * row
    let at = m + <usize>p * row
    const end = to + row
    while (to < end) {
      const m1 = v128.load(at + apart)
      const m2 = v128.load(at + apart * 2)
      v128.store(to, i32x4.add(v128.load(at), i32x4.shr_s(i32x4.add(m1, m2), 1)))
      v128.store(to + step, i32x4.sub(i32x4.shr_s(i32x4.sub(m1, m2), 1), v128.load(at + apart * 3)))
      to += 16
      at += 16
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

export function gate(
  c: usize, x: usize, scales: usize, biases: usize, spans: usize, count: i32, width: i32
): void {
  const size = <usize>width << 2
  for (let s = 0; s < count; s++) {
    const first = load<i32>(spans + (<usize>s << 3))
    const last = load<i32>(spans + (<usize>s << 3), 4)
    for (let i = first; i < last; i++) {
      const at = x + <usize>i * size
      const from = c + ((<usize>i * size) << 1)
      for (let k: usize = 0; k < size; k += 16) {
        const value = scaled(from + k, scales + k, biases + k)
        const by = sigmoid(scaled(from + size + k, scales + size + k, biases + size + k))
        v128.store(at + k, f32x4.add(v128.load(at + k), f32x4.mul(value, by)))
      }
    }
  }
}

@inline
function scaled(sum: usize, scale: usize, bias: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(v128.load(sum)), v128.load(scale)), v128.load(bias))
}

// Half of one and the hyperbolic tangent of x / 2, by its continued fraction.
@inline
function sigmoid(x: v128): v128 {
  const y = f32x4.max(f32x4.min(f32x4.mul(x, f32x4.splat(0.5)), f32x4.splat(4.97)), f32x4.splat(-4.97))
  const z = f32x4.mul(y, y)
  let over = f32x4.add(z, f32x4.splat(378))
  over = f32x4.add(f32x4.mul(over, z), f32x4.splat(17325))
  over = f32x4.add(f32x4.mul(over, z), f32x4.splat(135135))
  let under = f32x4.add(f32x4.mul(z, f32x4.splat(28)), f32x4.splat(3150))
  under = f32x4.add(f32x4.mul(under, z), f32x4.splat(62370))
  under = f32x4.add(f32x4.mul(under, z), f32x4.splat(135135))
  return f32x4.add(f32x4.mul(f32x4.div(f32x4.mul(y, over), under), f32x4.splat(0.5)), f32x4.splat(0.5))
}

export function normalise(
  x: usize, q: usize, gain: usize, shift: usize, spans: usize, count: i32, width: i32, factor: f32
): void {
  const size = <usize>width << 2
  const n = <f32>width
  const by = f32x4.splat(factor)
  for (let s = 0; s < count; s++) {
    const first = load<i32>(spans + (<usize>s << 3))
    const last = load<i32>(spans + (<usize>s << 3), 4)
    for (let i = first; i < last; i++) {
      const at = x + <usize>i * size
      const to = q + <usize>i * (size >> 1)
      let sum = f32x4.splat(0)
      for (let k: usize = 0; k < size; k += 16) sum = f32x4.add(sum, v128.load(at + k))
      const mean = f32x4.splat(together(sum) / n)
      let squares = f32x4.splat(0)
      for (let k: usize = 0; k < size; k += 16) {
        const off = f32x4.sub(v128.load(at + k), mean)
        squares = f32x4.add(squares, f32x4.mul(off, off))
      }
      const scale = f32x4.splat(<f32>1 / sqrt<f32>(together(squares) / n + <f32>0.00001))
      for (let k: usize = 0; k < size; k += 32) {
        const low = normal(at + k, mean, scale, gain + k, shift + k)
        const high = normal(at + k + 16, mean, scale, gain + k + 16, shift + k + 16)
        v128.store(at + k, low)
        v128.store(at + k, high, 16)
        const narrow = i16x8.narrow_i32x4_s(whole(low, by), whole(high, by))
        v128.store(to + (k >> 1), i16x8.max_s(i16x8.min_s(narrow, i16x8.splat(16383)), i16x8.splat(-16383)))
      }
    }
  }
}

@inline
function normal(at: usize, mean: v128, scale: v128, gain: usize, shift: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.mul(f32x4.sub(v128.load(at), mean), scale), v128.load(gain)), v128.load(shift))
}

@inline
function together(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  )
}

@inline
function whole(v: v128, by: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v, by)))
}

export function finish(
  c: usize, y: usize, scales: usize, biases: usize, spans: usize, count: i32, outputs: i32, cut: i32
): void {
  const size = <usize>outputs << 2
  const least = f32x4.splat(cut ? 0 : -f32.MAX_VALUE)
  for (let s = 0; s < count; s++) {
    const first = load<i32>(spans + (<usize>s << 3))
    const last = load<i32>(spans + (<usize>s << 3), 4)
    for (let i = first; i < last; i++) {
      const at = <usize>i * size
      for (let k: usize = 0; k < size; k += 16) {
        v128.store(y + at + k, f32x4.max(scaled(c + at + k, scales + k, biases + k), least))
      }
    }
  }
}

export function quantise(y: usize, q: usize, spans: usize, count: i32, width: i32, factor: f32, limit: i32): void {
  const size = <usize>width << 2
  const by = f32x4.splat(factor)
  const most = i16x8.splat(<i16>limit)
  const least = i16x8.splat(<i16>-limit)
  for (let s = 0; s < count; s++) {
    const first = load<i32>(spans + (<usize>s << 3))
    const last = load<i32>(spans + (<usize>s << 3), 4)
    for (let i = first; i < last; i++) {
      const at = y + <usize>i * size
      const to = q + ((<usize>i * size) >> 1)
      for (let k: usize = 0; k < size; k += 32) {
        const narrow = i16x8.narrow_i32x4_s(whole(v128.load(at + k), by), whole(v128.load(at + k, 16), by))
        v128.store(to + (k >> 1), i16x8.max_s(i16x8.min_s(narrow, most), least))
      }
    }
  }
}

export function join(
  y: usize, z: usize, table: usize, rows: usize, places: usize, q: usize, spans: usize, count: i32, width: i32, factor: f32
): void {
  const size = <usize>width << 2
  const by = f32x4.splat(factor)
  for (let s = 0; s < count; s++) {
    const first = load<i32>(spans + (<usize>s << 3))
    const last = load<i32>(spans + (<usize>s << 3), 4)
    for (let i = first; i < last; i++) {
      const own = y + <usize>i * size
      const other = z + <usize>load<i32>(rows + (<usize>i << 2)) * size
      const third = table + <usize>load<i32>(places + (<usize>i << 2)) * size
      const to = q + ((<usize>i * size) >> 1)
      for (let k: usize = 0; k < size; k += 32) {
        const low = joined(own + k, other + k, third + k)
        const high = joined(own + k + 16, other + k + 16, third + k + 16)
        v128.store(to + (k >> 1), i16x8.narrow_i32x4_s(whole(low, by), whole(high, by)))
      }
    }
  }
}

@inline
function joined(own: usize, other: usize, third: usize): v128 {
  return f32x4.max(f32x4.add(f32x4.add(v128.load(own), v128.load(other)), v128.load(third)), f32x4.splat(0))
}

export function pack(q: usize, to: usize, rows: i32, inputs: i32): void {
  const row = <usize>inputs << 1
  for (let r = 0; r < rows; r++) {
    const from = q + <usize>r * row
    const at = to + (<usize>(r >> 2) * row << 2) + (<usize>(r & 3) << 4)
    for (let o: usize = 0; o < row; o += 16) v128.store(at + (o << 2), v128.load(from + o))
  }
}
