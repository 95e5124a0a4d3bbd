// What bundlers cut off here is the exact prover alone: the numeric library stays out of it until it is needed.
export { proveDerivation } from '@matrix-derive/verify'
