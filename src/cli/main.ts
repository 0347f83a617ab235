#!/usr/bin/env node
import {annotate} from "./commands/annotate.ts"

if (process.argv[2] === "annotate") process.exitCode = await annotate(process.argv[3], process.stdin, process.stdout)
