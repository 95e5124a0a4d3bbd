// What is asked of an identity, an operator and a layout, without a test runner: for whoever lets plugins in.
export { battery, checkIdentity, type IdentityTestOptions } from './battery.ts'
export { type Check, type CheckName, type PendingCheck, runCheck } from './check.ts'
export { checkLayout, type LayoutTestOptions, layoutBattery } from './layout-battery.ts'
export { checkOperator, type OperatorTestOptions, operatorBattery } from './operator-battery.ts'
