import {
  commutation,
  defineIdentity,
  defineLayout,
  defineOperator,
  type Identity,
  type IdentityDefinition,
  type LayoutRow,
  type Manifest,
  product,
  type Store,
  transpose,
} from '@matrix-derive/plugin'

/** The manifest of a package of that name, which it takes for the interface of any version 1. */
export function manifest(name: string, version = '1.0.0'): Manifest {
  return {
    name: `@acme/${name}`,
    version,
    description: `It brings ${name}.`,
    dependencies: { '@matrix-derive/plugin': '^1.0.0' },
  }
}

const described = { title: 'a law', source: 'a test' }

/** A law of simplification. */
export function law(
  name: string,
  statement: string,
  where: Record<string, string>,
  more: Partial<IdentityDefinition> = {},
  version = '1.0.0',
): Identity {
  return defineIdentity(manifest(name, version), { phase: 'simplify', statement, where, ...described, ...more })
}

/** (A + UCV)^-1 by Woodbury, for what is not in the standard. */
export const woodbury = (version = '1.0.0') =>
  law(
    'inverse-woodbury',
    'inv(A) - inv(A)*U*inv(inv(C) + V*inv(A)*U)*V*inv(A) -> inv(A + U*C*V)',
    { A: 'matrix(n) invertible', U: 'matrix(n,k)', C: 'matrix(k) invertible', V: 'matrix(k,n)' },
    { source: 'Matrix Cookbook (2012), eq. 156' },
    version,
  )

/** log(1 + exp(2x)), entry by entry. */
export const softplus2 = defineOperator(manifest('operator-softplus2'), {
  summary: 'a smooth positive part',
  elementwise: { program: 'log(1 + exp(2*x))', derivative: '2*sigmoid(2*x)' },
  notation: { form: 'function', latex: '\\operatorname{softplus}_2' },
})

/** x'Ax with a name. */
export const quad = defineOperator(manifest('operator-quad'), {
  summary: "the quadratic form x'Ax",
  signature: 'matrix(n), vector(n) -> scalar',
  operands: ['A', 'x'],
  program: "x'*A*x",
  linear: [0],
  differential: {
    statement: "d(quad(A, x)) = x'*d(A)*x + x'*(A + A')*d(x)",
    where: { A: 'matrix(n)', x: 'vector(n)' },
    title: "d(x'Ax) = x'dA x + x'(A + A')dx",
    source: 'Matrix Cookbook (2012), eq. 81',
  },
})

/** vec(A') = K vec(A): rows stacked instead of columns. */
const byRows: LayoutRow = {
  from: (store, numerator, { of, by }) =>
    product(store, [
      commutation(store, of.rows, of.cols),
      numerator,
      transpose(store, commutation(store, by.rows, by.cols)),
    ]),
  to: (store: Store, derivative, { of, by }) =>
    product(store, [
      transpose(store, commutation(store, of.rows, of.cols)),
      derivative,
      commutation(store, by.rows, by.cols),
    ]),
}

/** The order of jax.jacobian, output axes first, matrices flattened by rows as NumPy does. */
export const jax = defineLayout(manifest('layout-jax'), {
  title: 'the order of JAX: output axes first, flattened by rows',
  source: 'JAX documentation, jax.jacobian',
  rows: { 'scalar by vector': 'transpose', 'scalar by matrix': 'transpose', other: byRows },
})
