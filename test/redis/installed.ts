/** Ends the run with advice if this machine has no Redis server. */
import { spawnSync } from 'node:child_process'

export default function setup(): void {
  const { status } = spawnSync('redis-server', ['--version'])
  if (status !== 0) {
    console.error(
      'test:redis: redis-server is missing; run apt-get install redis-server',
    )
    process.exit(1)
  }
}
