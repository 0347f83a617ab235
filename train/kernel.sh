#!/bin/sh
# Compiles train/kernel.as (needs AssemblyScript's asc) and writes src/language/kernel.ts.
set -e
cd "$(dirname "$0")"
copy=$(mktemp -d)
cp kernel.as "$copy/kernel.ts"
${ASC:-npx asc} "$copy/kernel.ts" -O3 --noAssert --runtime stub --enable simd --importMemory --initialMemory 1 -o "$copy/kernel.wasm"
{
  echo '/// The functions of arithmetic.ts as WebAssembly with vectors, from train/kernel.as by train/kernel.sh.'
  echo 'export const kernelBytes ='
  echo "  \"$(base64 -w0 "$copy/kernel.wasm")\""
} > ../src/language/kernel.ts
npx biome check --write ../src/language/kernel.ts
