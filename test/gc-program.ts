/** A program that starts background collections and then has no more work. */
import '../src/providers/memory.ts'
import { newManager } from '../src/session.ts'

for (const lifetime of process.argv.slice(2)) {
  newManager('memory', 'gosessionid', Number(lifetime)).gc()
}

let turns = 0
function turn(): void {
  turns++
  if (turns < 3) {
    setImmediate(turn)
  } else {
    console.log(`turns: ${turns}`)
  }
}
setImmediate(turn)
