import { parentPort, workerData } from 'node:worker_threads'
import { prove } from './prove.ts'

// The thread in which one plugin is proved, and nothing else happens.
const port = parentPort!
prove(workerData, () => port.postMessage('imported')).then(answer => port.postMessage(answer))
