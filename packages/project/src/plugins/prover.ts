import { parentPort, workerData } from 'node:worker_threads'
import { prove } from './prove.ts'

// The thread in which one plugin is proved, and nothing else happens.
const port = parentPort!
port.postMessage(await prove(workerData, () => port.postMessage('imported')))
