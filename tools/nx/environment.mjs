/**
 * How Nx is run here: without a server that outlives it, and with its plugins in its own process. A process for each of them
 * costs more than the plugins do.
 */
export const nxEnvironment = { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' }
