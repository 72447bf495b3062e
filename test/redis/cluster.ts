/** Starts a Redis Cluster of the tests' own: three masters, three replicas. */
import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createClient } from 'redis'
import { type Server, startRedis } from './server.ts'

const run = promisify(execFile)

/** The servers of a cluster. */
export interface Cluster {
  readonly servers: readonly Server[]
  /** The servers that are masters at the moment. */
  masters(): Promise<Server[]>
  end(): Promise<void>
}

/** Starts a cluster and waits until all of its servers know it. */
export async function startCluster(): Promise<Cluster> {
  const flags = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000']
  const servers: Server[] = []
  for (let i = 0; i < 6; i++) servers.push(await startRedis(...flags))
  const addresses = servers.map(({ port }) => `127.0.0.1:${port}`)
  const create = ['--cluster', 'create', ...addresses]
  const how = ['--cluster-replicas', '1', '--cluster-yes']
  await run('redis-cli', [...create, ...how])
  const cluster: Cluster = {
    servers,
    masters: async () => {
      const roles = await Promise.all(servers.map((each) => said(each, 'ROLE')))
      return servers.filter((_, i) => roles[i]?.startsWith('master'))
    },
    end: async () => {
      for (const server of servers) await server.end()
    },
  }
  for (;;) {
    const states = await Promise.all(
      servers.map((each) => said(each, 'CLUSTER', 'INFO')),
    )
    const ready = states.every((state) => state.includes('cluster_state:ok'))
    const replicas = await Promise.all(
      servers.map((each) => said(each, 'INFO', 'replication')),
    )
    const linked = replicas.filter((text) => /slave0:.*state=online/.test(text))
    if (ready && linked.length === 3) return cluster
    await sleep(50)
  }
}

/** What a server answers to a command; nothing if it does not run. */
async function said({ port }: Server, ...command: string[]): Promise<string> {
  const args = ['-p', String(port), ...command]
  return await run('redis-cli', args).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

/** Waits until the replica of each running master has what it has. */
export async function replicate(servers: readonly Server[]): Promise<void> {
  for (const { url } of servers) {
    const client = createClient({ url })
    await client.connect()
    // 0 means to wait without a limit.
    await client.wait(1, 0)
    client.destroy()
  }
}
