import {setFlagsFromString} from "node:v8"

/// How the engine that runs this program is told to be spare with its compiler: it looks later whether a function is worth making fast
/// code of, and puts less of what the function calls into it.
export const sparing = [
  "--interrupt-budget=270000",
  "--max-inlined-bytecode-size=120",
  "--max-inlined-bytecode-size-cumulative=200"
]

/// For whoever is about to read many articles. Left alone, the engine makes fast code soon, makes it anew whenever a shape turns up that it
/// had not met, and puts half the program into each piece: four tenths of the processor go there while the first thousand articles are
/// read, once more with each thread. What is read is the same, and what is compiled in the end as quick. It holds for all threads of the
/// process from now on.
export function compileSparingly(): void {
  for (const flag of sparing) setFlagsFromString(flag)
}
