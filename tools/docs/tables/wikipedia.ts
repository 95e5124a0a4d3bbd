import type { Row, Table } from './rows.ts'

// The rows of the tables in the article "Matrix calculus" of the English Wikipedia, in its order. General functions are
// abstract ones: D(u)(x) is the derivative of u at x in numerator layout.

type Variables = Row['variables']
type Cells = readonly [id: string, expression: string, numerator: string, denominator: string, variables: Variables]

/** Rows with one variable and a formula in each layout. */
const rows = (wrt: string, shared: Variables, cells: readonly Cells[], more: Partial<Row> = {}): Row[] =>
  cells.map(([id, expression, numerator, denominator, own]) => {
    return { id, expression, wrt, variables: { ...shared, ...own }, numerator, denominator, ...more }
  })

const toVector = (size: string) => `function(vector(n)) -> vector(${size})`
const ofVector = 'function(vector(n)) -> scalar'
const ofMatrix = 'function(matrix(p,q)) -> scalar'
const curve = (kind: string) => `function(scalar) -> ${kind}`

const vectorByVector: Table = {
  title: 'Vector by vector',
  rows: rows('x', { x: 'vector(n)' }, [
    ['VV1', 'a', 'zeros(m,n)', 'zeros(n,m)', { a: 'vector(m)' }],
    ['VV2', 'x', 'eye(n)', 'eye(n)', {}],
    ['VV3', 'A*x', 'A', "A'", { A: 'matrix(m,n)' }],
    ['VV4', "x'*A", "A'", 'A', { A: 'matrix(n,m)' }],
    ['VV5', 'a*u(x)', 'a*D(u)(x)', "a*D(u)(x)'", { a: 'scalar', u: toVector('m') }],
    ['VV6', 'v(x)*a', 'a*D(v)(x)', "D(v)(x)'*a'", { a: 'vector(m)', v: ofVector }],
    [
      'VV7',
      'v(x)*u(x)',
      'v(x)*D(u)(x) + u(x)*D(v)(x)',
      "v(x)*D(u)(x)' + D(v)(x)'*u(x)'",
      { u: toVector('m'), v: ofVector },
    ],
    ['VV8', 'A*u(x)', 'A*D(u)(x)', "D(u)(x)'*A'", { A: 'matrix(p,m)', u: toVector('m') }],
    ['VV9', 'u(x) + v(x)', 'D(u)(x) + D(v)(x)', "D(u)(x)' + D(v)(x)'", { u: toVector('m'), v: toVector('m') }],
    [
      'VV10',
      'g(u(x))',
      'D(g)(u(x))*D(u)(x)',
      "D(u)(x)'*D(g)(u(x))'",
      { u: toVector('m'), g: 'function(vector(m)) -> vector(p)' },
    ],
    [
      'VV11',
      'h(g(u(x)))',
      'D(h)(g(u(x)))*D(g)(u(x))*D(u)(x)',
      "D(u)(x)'*D(g)(u(x))'*D(h)(g(u(x)))'",
      { u: toVector('m'), g: 'function(vector(m)) -> vector(p)', h: 'function(vector(p)) -> vector(q)' },
    ],
  ]),
}

const scalarByVector: Table = {
  title: 'Scalar by vector',
  rows: [
    ...rows('x', { x: 'vector(n)' }, [
      ['SV1', 'a', 'zeros(1,n)', 'zeros(n,1)', { a: 'scalar' }],
      ['SV2', 'a*u(x)', 'a*D(u)(x)', "a*D(u)(x)'", { a: 'scalar', u: ofVector }],
      ['SV3', 'u(x) + v(x)', 'D(u)(x) + D(v)(x)', "D(u)(x)' + D(v)(x)'", { u: ofVector, v: ofVector }],
      [
        'SV4',
        'u(x)*v(x)',
        'u(x)*D(v)(x) + v(x)*D(u)(x)',
        "u(x)*D(v)(x)' + v(x)*D(u)(x)'",
        { u: ofVector, v: ofVector },
      ],
      ['SV5', 'g(u(x))', 'D(g)(u(x))*D(u)(x)', "D(g)(u(x))*D(u)(x)'", { u: ofVector, g: curve('scalar') }],
      [
        'SV6',
        'h(g(u(x)))',
        'D(h)(g(u(x)))*D(g)(u(x))*D(u)(x)',
        "D(h)(g(u(x)))*D(g)(u(x))*D(u)(x)'",
        { u: ofVector, g: curve('scalar'), h: curve('scalar') },
      ],
      [
        'SV7',
        "u(x)'*v(x)",
        "u(x)'*D(v)(x) + v(x)'*D(u)(x)",
        "D(u)(x)'*v(x) + D(v)(x)'*u(x)",
        { u: toVector('m'), v: toVector('m') },
      ],
      [
        'SV8',
        "u(x)'*A*v(x)",
        "u(x)'*A*D(v)(x) + v(x)'*A'*D(u)(x)",
        "D(u)(x)'*A*v(x) + D(v)(x)'*A'*u(x)",
        { A: 'matrix(m,p)', u: toVector('m'), v: toVector('p') },
      ],
    ]),
    ...rows('x', { x: 'vector(n)' }, [['SV9', 'u(x)', "D(D(u))(x)'", 'D(D(u))(x)', { u: ofVector }]], {
      order: 2,
      note: 'a Hessian is symmetric',
    }),
    ...rows('x', { x: 'vector(n)' }, [
      ['SV10', "a'*x", "a'", 'a', { a: 'vector(n)' }],
      ['SV11', "b'*A*x", "b'*A", "A'*b", { A: 'matrix(m,n)', b: 'vector(m)' }],
      ['SV12', "x'*A*x", "x'*(A + A')", "(A + A')*x", { A: 'matrix(n)' }],
      ['SV13', "x'*A*x", "2*x'*A", '2*A*x', { A: 'symmetric(n)' }],
    ]),
    ...rows(
      'x',
      { x: 'vector(n)' },
      [
        ['SV14', "x'*A*x", "A + A'", "A + A'", { A: 'matrix(n)' }],
        ['SV15', "x'*A*x", '2*A', '2*A', { A: 'symmetric(n)' }],
      ],
      { order: 2 },
    ),
    ...rows('x', { x: 'vector(n)' }, [
      ['SV16', "x'*x", "2*x'", '2*x', {}],
      ['SV17', "a'*u(x)", "a'*D(u)(x)", "D(u)(x)'*a", { a: 'vector(m)', u: toVector('m') }],
      ['SV18', "a'*x*x'*b", "x'*(a*b' + b*a')", "(a*b' + b*a')*x", { a: 'vector(n)', b: 'vector(n)' }],
      [
        'SV19',
        "(A*x + b)'*C*(D*x + e)",
        "(D*x + e)'*C'*A + (A*x + b)'*C*D",
        "D'*C'*(A*x + b) + A'*C*(D*x + e)",
        { A: 'matrix(m,n)', b: 'vector(m)', C: 'matrix(m,p)', D: 'matrix(p,n)', e: 'vector(p)' },
      ],
      ['SV20', 'norm2(x - a)', "(x - a)'/norm2(x - a)", '(x - a)/norm2(x - a)', { a: 'vector(n)' }],
    ]),
  ],
}

const vectorByScalar: Table = {
  title: 'Vector by scalar',
  rows: [
    ...rows('x', { x: 'scalar' }, [
      ['VS1', 'a', 'zeros(m,1)', 'zeros(1,m)', { a: 'vector(m)' }],
      ['VS2', 'a*u(x)', 'a*D(u)(x)', "a*D(u)(x)'", { a: 'scalar', u: curve('vector(m)') }],
      ['VS3', 'A*u(x)', 'A*D(u)(x)', "D(u)(x)'*A'", { A: 'matrix(p,m)', u: curve('vector(m)') }],
    ]),
    ...rows('x', { x: 'scalar' }, [['VS4', "u(x)'", 'D(u)(x)', "D(u)(x)'", { u: curve('vector(m)') }]], {
      note: "here a row counts as the vector of its entries, so that its derivative has that vector's shape",
    }),
    ...rows('x', { x: 'scalar' }, [
      [
        'VS5',
        'u(x) + v(x)',
        'D(u)(x) + D(v)(x)',
        "D(u)(x)' + D(v)(x)'",
        { u: curve('vector(m)'), v: curve('vector(m)') },
      ],
    ]),
    {
      id: 'VS6',
      expression: "u(x)' × v(x)",
      reason: 'the language has no cross product, which exists for three entries only',
    },
    ...rows('x', { x: 'scalar' }, [
      [
        'VS7',
        'g(u(x))',
        'D(g)(u(x))*D(u)(x)',
        "D(u)(x)'*D(g)(u(x))'",
        { u: curve('vector(m)'), g: 'function(vector(m)) -> vector(p)' },
      ],
      [
        'VS8',
        'h(g(u(x)))',
        'D(h)(g(u(x)))*D(g)(u(x))*D(u)(x)',
        "D(u)(x)'*D(g)(u(x))'*D(h)(g(u(x)))'",
        { u: curve('vector(m)'), g: 'function(vector(m)) -> vector(p)', h: 'function(vector(p)) -> vector(q)' },
      ],
      [
        'VS9',
        'U(x)*v(x)',
        'D(U)(x)*v(x) + U(x)*D(v)(x)',
        "v(x)'*D(U)(x)' + D(v)(x)'*U(x)'",
        { U: curve('matrix(m,n)'), v: curve('vector(n)') },
      ],
    ]),
  ],
}

const squareOfMatrix = 'function(matrix(p,q)) -> matrix(n)'

const scalarByMatrix: Table = {
  title: 'Scalar by matrix',
  rows: [
    ...rows('X', { X: 'matrix(p,q)' }, [
      ['SM1', 'a', 'zeros(q,p)', 'zeros(p,q)', { a: 'scalar' }],
      ['SM2', 'a*u(X)', 'a*D(u)(X)', "a*D(u)(X)'", { a: 'scalar', u: ofMatrix }],
      ['SM3', 'u(X) + v(X)', 'D(u)(X) + D(v)(X)', "D(u)(X)' + D(v)(X)'", { u: ofMatrix, v: ofMatrix }],
      [
        'SM4',
        'u(X)*v(X)',
        'u(X)*D(v)(X) + v(X)*D(u)(X)',
        "u(X)*D(v)(X)' + v(X)*D(u)(X)'",
        { u: ofMatrix, v: ofMatrix },
      ],
      ['SM5', 'g(u(X))', 'D(g)(u(X))*D(u)(X)', "D(g)(u(X))*D(u)(X)'", { u: ofMatrix, g: curve('scalar') }],
      [
        'SM6',
        'h(g(u(X)))',
        'D(h)(g(u(X)))*D(g)(u(X))*D(u)(X)',
        "D(h)(g(u(X)))*D(g)(u(X))*D(u)(X)'",
        { u: ofMatrix, g: curve('scalar'), h: curve('scalar') },
      ],
    ]),
    ...rows(
      't',
      { t: 'scalar' },
      [
        [
          'SM7',
          'g(U(t))',
          'tr(D(g)(U(t))*D(U)(t))',
          "tr((D(g)(U(t))')'*D(U)(t))",
          { U: curve('matrix(m,n)'), g: 'function(matrix(m,n)) -> scalar' },
        ],
      ],
      { note: 't is the one entry of X that moves' },
    ),
    ...rows('X', { X: 'matrix(p,q)' }, [
      ['SM8', "a'*X*b", "b*a'", "a*b'", { a: 'vector(p)', b: 'vector(q)' }],
      ['SM9', "a'*X'*b", "a*b'", "b*a'", { a: 'vector(q)', b: 'vector(p)' }],
      [
        'SM10',
        'f(X*a + b)',
        'a*D(f)(X*a + b)',
        "D(f)(X*a + b)'*a'",
        { a: 'vector(q)', b: 'vector(p)', f: 'function(vector(p)) -> scalar' },
      ],
      [
        'SM11',
        "(X*a + b)'*C*(X*a + b)",
        "((C + C')*(X*a + b)*a')'",
        "(C + C')*(X*a + b)*a'",
        { a: 'vector(q)', b: 'vector(p)', C: 'matrix(p)' },
      ],
      [
        'SM12',
        "(X*a)'*C*(X*b)",
        "(C*X*b*a' + C'*X*a*b')'",
        "C*X*b*a' + C'*X*a*b'",
        { a: 'vector(q)', b: 'vector(q)', C: 'matrix(p)' },
      ],
      ['SM13', 'tr(X)', 'eye', 'eye', { X: 'matrix(n)' }],
      [
        'SM14',
        'tr(U(X) + V(X))',
        'D[tr(U(X))] + D[tr(V(X))]',
        'D[tr(U(X))] + D[tr(V(X))]',
        { U: squareOfMatrix, V: squareOfMatrix },
      ],
      ['SM15', 'tr(a*U(X))', 'a*D[tr(U(X))]', 'a*D[tr(U(X))]', { a: 'scalar', U: squareOfMatrix }],
    ]),
    ...rows(
      'X',
      { X: 'matrix(n)', a: 'scalar', b: 'scalar', c: 'scalar', e: 'scalar' },
      [['SM16', 'tr(a*eye(n) + b*X + c*X^2 + e*X^3)', 'b*eye + 2*c*X + 3*e*X^2', "(b*eye + 2*c*X + 3*e*X^2)'", {}]],
      { instance: 'a polynomial of degree three stands for the power series g' },
    ),
    ...rows('X', { X: 'matrix(p,q)' }, [
      ['SM17', 'tr(A*X)', 'A', "A'", { A: 'matrix(q,p)' }],
      ['SM18', "tr(A*X')", "A'", 'A', { A: 'matrix(p,q)' }],
      ['SM19', "tr(X'*A*X)", "X'*(A + A')", "(A + A')*X", { A: 'matrix(p)' }],
      ['SM20', 'tr(inv(X)*A)', '-inv(X)*A*inv(X)', "-inv(X)'*A'*inv(X)'", { X: 'matrix(n)', A: 'matrix(n)' }],
      ['SM21', 'tr(A*X*B)', 'B*A', "A'*B'", { A: 'matrix(m,p)', B: 'matrix(q,m)' }],
      [
        'SM22',
        "tr(A*X*B*X'*C)",
        "B*X'*C*A + B'*X'*A'*C'",
        "A'*C'*X*B' + C*A*X*B",
        { A: 'matrix(m,p)', B: 'matrix(q)', C: 'matrix(p,m)' },
      ],
    ]),
    ...rows('X', { X: 'matrix(m)' }, [
      ['SM23', 'tr(X^n)', 'n*X^(n-1)', "n*(X^(n-1))'", { n: 'integer' }],
      [
        'SM24',
        'tr(A*X^n)',
        'sum(i in 1..n, X^(i-1)*A*X^(n-i))',
        "sum(i in 1..n, X^(i-1)*A*X^(n-i))'",
        { n: 'integer', A: 'matrix(m)' },
      ],
      ['SM25', 'tr(expm(X))', 'expm(X)', "expm(X)'", {}],
    ]),
    { id: 'SM26', expression: 'tr(sin(X))', reason: 'the language has no sine of a matrix; sin(X) is entry by entry' },
    ...rows('X', { X: 'matrix(n)' }, [
      ['SM27', 'det(X)', 'det(X)*inv(X)', "det(X)*inv(X)'", {}],
      ['SM28', 'log(det(a*X))', 'inv(X)', "inv(X)'", { a: 'scalar' }],
    ]),
    ...rows(
      'X',
      { X: 'matrix(n)', A: 'matrix(n)', B: 'matrix(n)' },
      [['SM29', 'det(A*X*B)', 'det(A*X*B)*inv(X)', "det(A*X*B)*inv(X)'", {}]],
      { note: 'for square A, X and B only; for others the article states no condition, and the formula is false' },
    ),
    ...rows('X', { X: 'matrix(m)' }, [
      ['SM30', 'det(X^n)', 'n*det(X^n)*inv(X)', "n*det(X^n)*inv(X)'", { n: 'integer' }],
    ]),
    ...rows('X', { X: 'matrix(p,q)' }, [['SM31', "log(det(X'*X))", '2*pinv(X)', "2*pinv(X)'", {}]], {
      note: 'X of full column rank',
    }),
    ...rows('Y', { Y: 'matrix(q,p)' }, [['SM32', "log(det(pinv(Y)'*pinv(Y)))", '-2*pinv(Y)', "-2*pinv(Y)'", {}]], {
      note: 'Y is pinv(X) and of full row rank, so that X is pinv(Y)',
    }),
    ...rows('X', { X: 'matrix(n)', A: 'matrix(n)' }, [
      ['SM33', "det(X'*A*X)", "2*det(X'*A*X)*inv(X)", "2*det(X'*A*X)*inv(X)'", {}],
    ]),
    ...rows('X', { X: 'matrix(p,q)' }, [
      [
        'SM34',
        "det(X'*A*X)",
        "2*det(X'*A*X)*inv(X'*A'*X)*X'*A'",
        "2*det(X'*A*X)*A*X*inv(X'*A*X)",
        { A: 'symmetric(p)' },
      ],
      [
        'SM35',
        "det(X'*A*X)",
        "det(X'*A*X)*(inv(X'*A*X)*X'*A + inv(X'*A'*X)*X'*A')",
        "det(X'*A*X)*(A*X*inv(X'*A*X) + A'*X*inv(X'*A'*X))",
        { A: 'matrix(p)' },
      ],
    ]),
  ],
}

const U = curve('matrix(m,n)')
const square = curve('matrix(n)')

/** The article gives the formulas of matrices by scalars in numerator layout alone. */
const curves = (cells: readonly (readonly [string, string, string, Variables])[], more: Partial<Row> = {}): Row[] =>
  cells.map(([id, expression, numerator, own]) => {
    return { id, expression, wrt: 'x', variables: { x: 'scalar', ...own }, numerator, ...more }
  })

const matrixByScalar: Table = {
  title: 'Matrix by scalar',
  rows: [
    ...curves([
      ['MS1', 'a*U(x)', 'a*D(U)(x)', { a: 'scalar', U }],
      ['MS2', 'A*U(x)*B', 'A*D(U)(x)*B', { A: 'matrix(p,m)', B: 'matrix(n,q)', U }],
      ['MS3', 'U(x) + V(x)', 'D(U)(x) + D(V)(x)', { U, V: U }],
      ['MS4', 'U(x)*V(x)', 'U(x)*D(V)(x) + D(U)(x)*V(x)', { U, V: curve('matrix(n,p)') }],
      ['MS5', 'kron(U(x), V(x))', 'kron(U(x), D(V)(x)) + kron(D(U)(x), V(x))', { U, V: curve('matrix(p,q)') }],
      ['MS6', 'U(x) .* V(x)', 'U(x) .* D(V)(x) + D(U)(x) .* V(x)', { U, V: U }],
      ['MS7', 'inv(U(x))', '-inv(U(x))*D(U)(x)*inv(U(x))', { U: square }],
    ]),
    {
      id: 'MS8',
      expression: 'inv(U(x,y))',
      wrt: 'x,y',
      order: 2,
      variables: { x: 'scalar', y: 'scalar', U: 'function(scalar, scalar) -> matrix(n)' },
      numerator:
        'inv(U(x,y))*(D(U,1)(x,y)*inv(U(x,y))*D(U,2)(x,y) - D(D(U,1),2)(x,y) + D(U,2)(x,y)*inv(U(x,y))*D(U,1)(x,y))*inv(U(x,y))',
    },
    ...curves(
      [
        [
          'MS9',
          'b*(x*A) + c*(x*A)^2 + e*(x*A)^3',
          'A*(b*eye + 2*c*(x*A) + 3*e*(x*A)^2)',
          { A: 'matrix(n)', b: 'scalar', c: 'scalar', e: 'scalar' },
        ],
      ],
      { instance: 'a polynomial of degree three stands for the power series g' },
    ),
    ...curves([['MS10', 'expm(x*A)', 'A*expm(x*A)', { A: 'matrix(n)' }]]),
  ],
}

const scalarByScalar: Table = {
  title: 'Scalar by scalar, by way of vectors or matrices',
  rows: [
    ...curves([
      ['SS1', 'g(u(x))', 'D(g)(u(x))*D(u)(x)', { u: curve('vector(m)'), g: 'function(vector(m)) -> scalar' }],
      ['SS2', 'dot(u(x), v(x))', "u(x)'*D(v)(x) + D(u)(x)'*v(x)", { u: curve('vector(m)'), v: curve('vector(m)') }],
      ['SS3', 'det(U(x))', 'det(U(x))*tr(inv(U(x))*D(U)(x))', { U: square }],
      ['SS4', 'log(det(U(x)))', 'tr(inv(U(x))*D(U)(x))', { U: square }],
    ]),
    ...curves(
      [
        [
          'SS5',
          'det(U(x))',
          'det(U(x))*(tr(inv(U(x))*D(D(U))(x)) + tr(inv(U(x))*D(U)(x))^2 - tr((inv(U(x))*D(U)(x))^2))',
          { U: square },
        ],
      ],
      { order: 2 },
    ),
    ...curves([['SS6', 'g(U(x))', 'tr(D(g)(U(x))*D(U)(x))', { U, g: 'function(matrix(m,n)) -> scalar' }]]),
    ...curves(
      [
        [
          'SS7',
          'tr(b*(x*A) + c*(x*A)^2 + e*(x*A)^3)',
          'tr(A*(b*eye + 2*c*(x*A) + 3*e*(x*A)^2))',
          { A: 'matrix(n)', b: 'scalar', c: 'scalar', e: 'scalar' },
        ],
      ],
      { instance: 'a polynomial of degree three stands for the power series g' },
    ),
    ...curves([['SS8', 'tr(expm(x*A))', 'tr(A*expm(x*A))', { A: 'matrix(n)' }]]),
  ],
}

const differentials = (
  cells: readonly (readonly [string, string, string, string, Variables])[],
  more: Partial<Row> = {},
): Row[] =>
  cells.map(([id, expression, wrt, differential, variables]) => {
    return { id, expression, wrt, differential, variables, ...more }
  })

const two = { X: 'matrix(m,n)', Y: 'matrix(m,n)' }

const differentialForm: Table = {
  title: 'Differentials',
  rows: [
    ...differentials([
      ['DF1', 'tr(X)', 'X', 'tr(d(X))', { X: 'matrix(n)' }],
      ['DF2', 'det(X)', 'X', 'det(X)*tr(inv(X)*d(X))', { X: 'matrix(n)' }],
      ['DF3', 'log(det(X))', 'X', 'tr(inv(X)*d(X))', { X: 'matrix(n)' }],
      ['DM1', 'A', 'X', 'zeros(p,q)', { A: 'matrix(p,q)', X: 'matrix(m,n)' }],
      ['DM2', 'a*X', 'X', 'a*d(X)', { a: 'scalar', X: 'matrix(m,n)' }],
      ['DM3', 'X + Y', 'X,Y', 'd(X) + d(Y)', two],
      ['DM4', 'X*Y', 'X,Y', 'd(X)*Y + X*d(Y)', { X: 'matrix(m,n)', Y: 'matrix(n,p)' }],
      ['DM5', 'kron(X, Y)', 'X,Y', 'kron(d(X), Y) + kron(X, d(Y))', { X: 'matrix(m,n)', Y: 'matrix(p,q)' }],
      ['DM6', 'X .* Y', 'X,Y', 'd(X) .* Y + X .* d(Y)', two],
      ['DM7', "X'", 'X', "d(X)'", { X: 'matrix(m,n)' }],
      ['DM8', 'inv(X)', 'X', '-inv(X)*d(X)*inv(X)', { X: 'matrix(n)' }],
    ]),
    { id: 'DM9', expression: 'Xᴴ', reason: 'the language is about real matrices, and there is no conjugate' },
    ...differentials([['DM10', 'X^n', 'X', 'sum(i in 1..n, X^(i-1)*d(X)*X^(n-i))', { X: 'matrix(m)', n: 'integer' }]]),
    ...differentials([['DM11', 'expm(X)', 'X', 'frechet(expm, X, d(X))', { X: 'matrix(n)' }]], {
      note: 'frechet(expm, X, E) is the integral of the article',
    }),
    ...differentials([['DM12', 'logm(X)', 'X', 'frechet(logm, X, d(X))', { X: 'matrix(n)' }]], {
      note: 'frechet(logm, X, E) is the integral of the article',
    }),
    {
      id: 'DM13',
      expression: 'f(X), X diagonalizable',
      reason: 'the language has no spectral projections, and no function symbol for any function of a matrix',
    },
  ],
}

const conversion = (cells: readonly (readonly [string, string, string, string, Variables])[]): Row[] =>
  cells.map(([id, expression, wrt, numerator, variables]) => ({ id, expression, wrt, numerator, variables }))

const conversions: Table = {
  title: 'From the differential to the derivative',
  rows: conversion([
    ['CV1', 'a*x', 'x', 'a', { a: 'scalar', x: 'scalar' }],
    ['CV2', "a'*x", 'x', "a'", { a: 'vector(n)', x: 'vector(n)' }],
    ['CV3', 'tr(A*X)', 'X', 'A', { A: 'matrix(q,p)', X: 'matrix(p,q)' }],
    ['CV4', 'a*x', 'x', 'a', { a: 'vector(m)', x: 'scalar' }],
    ['CV5', 'A*x', 'x', 'A', { A: 'matrix(m,n)', x: 'vector(n)' }],
    ['CV6', 'A*x', 'x', 'A', { A: 'matrix(m,n)', x: 'scalar' }],
  ]),
}

/** Every table of the article. */
export const wikipedia: readonly Table[] = [
  vectorByVector,
  scalarByVector,
  vectorByScalar,
  scalarByMatrix,
  matrixByScalar,
  scalarByScalar,
  differentialForm,
  conversions,
]
