/**
 * What a careful person writes for the derivative of each public case, the shortest form that textbooks print, found
 * without this program. `numerator` and `denominator` are the forms in these layouts; where only one is given, both
 * layouts have it. Spaces are as they please: they do not count.
 */
export interface HandForm {
  readonly numerator: string
  readonly denominator: string
}

const both = (numerator: string, denominator = numerator): HandForm => ({ numerator, denominator })

export const handForms: Readonly<Record<string, HandForm>> = {
  // pages
  'linear-form': both("a'", 'a'),
  'quadratic-form': both("x'*(A + A')", "(A + A')*x"),
  'quadratic-form-symmetric': both("2*x'*A", '2*A*x'),
  'norm-squared': both("2*x'", '2*x'),
  'tr-AX': both('A', "A'"),
  'tr-XtA': both("A'", 'A'),
  'tr-XtAX': both("X'*(A + A')", "(A + A')*X"),
  logdet: both('X^-1', "X^-1'"),
  'tr-A-invX': both('-inv(X)*A*inv(X)', "-(inv(X)*A*inv(X))'"),
  'gauss-mu': both("2*(mu - x)'*inv(Sigma)", '2*inv(Sigma)*(mu - x)'),
  'least-squares': both("2*(X*beta - y)'*X", "2*X'*(X*beta - y)"),
  'least-squares-expanded': both("2*(X*beta - y)'*X", "2*X'*(X*beta - y)"),
  wx: both('W', "W'"),
  'tr-X2': both('2*X', "2*X'"),
  'two-layer-W1': both("2*((relu(X*W1)*W2*W2') .* step(X*W1))'*X", "2*X'*((relu(X*W1)*W2*W2') .* step(X*W1))"),
  'two-layer-W2': both("h = relu(X*W1); 2*W2'*h'*h", "h = relu(X*W1); 2*h'*h*W2"),
  'inverse-by-scalar': both('-inv(A + t*B)*B*inv(A + t*B)', "-(inv(A + t*B)*B*inv(A + t*B))'"),
  'hessian-quadratic': both("A + A'"),
  'hessian-logistic': both("p = sigmoid(y .* (X*w)); X'*diag(y.^2 .* p .* (vector(1) - p))*X"),
  // tutorial
  eg1: both("2*x'", '2*x'),
  eg2: both("2*x*(W*x + b)'", "2*(W*x + b)*x'"),
  eg3: both('X^-1', "X^-1'"),
  eg4: both('B*A', "A'*B'"),
  'eg5-W2': both("h = sigmoid(W1*x); 2*h*(W2*h - t)'", "h = sigmoid(W1*x); 2*(W2*h - t)*h'"),
  'eg5-W1': both(
    "h = sigmoid(W1*x); 2*x*((W2'*(W2*h - t)) .* h .* (vector(1) - h))'",
    "h = sigmoid(W1*x); 2*((W2'*(W2*h - t)) .* h .* (vector(1) - h))*x'",
  ),
  'eg5-crossentropy-W1': both(
    "x*((W2'*(softmax(W2*relu(W1*x)) - t)) .* step(W1*x))'",
    "((W2'*(softmax(W2*relu(W1*x)) - t)) .* step(W1*x))*x'",
  ),
  eg6: both("-(inv(X)' ⊗ inv(X))", "-(inv(X) ⊗ inv(X)')"),
  eq8: both('a*eye(m*n)'),
  eq10: both("Y' ⊗ eye(m)", 'Y ⊗ eye(m)'),
  'eq10-Y': both('eye(p) ⊗ X', "eye(p) ⊗ X'"),
  eq11: both(
    "(A*X*B*X)' ⊗ eye(n) + (B*X)' ⊗ (X*A) + eye(n) ⊗ (X*A*X*B)",
    "(A*X*B*X) ⊗ eye(n) + (B*X) ⊗ (X*A)' + eye(n) ⊗ (X*A*X*B)'",
  ),
  eq12: both("B' ⊗ A", "B ⊗ A'"),
  // Magnus and Neudecker, section 3.7
  eq13: both(
    '(eye(n) ⊗ commutation(q,m) ⊗ eye(p))*(eye(m*n) ⊗ vec(Y))',
    "(eye(m*n) ⊗ vec(Y)')*(eye(n) ⊗ commutation(m,q) ⊗ eye(p))",
  ),
  'eq13-Y': both(
    '(eye(n) ⊗ commutation(q,m) ⊗ eye(p))*(vec(X) ⊗ eye(p*q))',
    "(vec(X)' ⊗ eye(p*q))*(eye(n) ⊗ commutation(m,q) ⊗ eye(p))",
  ),
  eq14: both('diag(vec(A*X)) + diag(vec(X))*(eye(p) ⊗ A)', "diag(vec(A*X)) + (eye(p) ⊗ A')*diag(vec(X))"),
  eq15: both('commutation(m,n)', 'commutation(n,m)'),
  eq17: both('eye(n)'),
  eq18: both('det(X)*X^-1', "det(X)*X^-1'"),
  'eq18-adj': both(
    "det(X)*(vec(X^-1)*vec(X^-1')' - (X^-1' ⊗ X^-1))",
    "det(X)*(vec(X^-1')*vec(X^-1)' - (X^-1 ⊗ X^-1'))",
  ),
  eq19: both('diag(vec(matrix(1) - tanh(A*X).^2))*(eye(p) ⊗ A)', "(eye(p) ⊗ A')*diag(vec(matrix(1) - tanh(A*X).^2))"),
  eq20: both("2*x'*A'*A", "2*A'*A*x"),
  eq21: both('exp(tr(A*X))*A', "exp(tr(A*X))*A'"),
  eq22: both('Y = A + x*B; det(Y)*tr(Y^-1*B)'),
  eq23: both('B*diag(vector(1) - tanh(A*x).^2)*A', "A'*diag(vector(1) - tanh(A*x).^2)*B'"),
  pca: both("(2*eye - S2 - S2')*W'*X*X' - (S1 + S1')*W'", "X*X'*W*(2*eye - S2 - S2') - W*(S1 + S1')"),
  // wikipedia
  'vv-x': both('eye(n)'),
  'vv-Ax': both('A', "A'"),
  'vv-xtA': both("A'", 'A'),
  'vv-au': both('a*diag(exp(x))'),
  'vv-v-u': both("sin(x)*b' + (b'*x)*diag(cos(x))", "b*sin(x)' + (b'*x)*diag(cos(x))"),
  'vv-v-a': both("a*b'", "b*a'"),
  'vv-fgu': both('diag((vector(1) - tanh(sin(x)).^2) .* cos(x))'),
  'sv-uv': both("(exp(x) .* (sin(x) + cos(x)))'", 'exp(x) .* (sin(x) + cos(x))'),
  'sv-uAv': both("exp(x)'*A*diag(cos(x)) + sin(x)'*A'*diag(exp(x))", "(A'*exp(x)) .* cos(x) + (A*sin(x)) .* exp(x)"),
  'sv-bAx': both("b'*A", "A'*b"),
  'sv-axxb': both("x'*(a*b' + b*a')", "(a*b' + b*a')*x"),
  'sv-affine': both("(A*x + b)'*C*D + (D*x + e)'*C'*A", "D'*C'*(A*x + b) + A'*C*(D*x + e)"),
  'sv-norm': both("(x - a)'/norm2(x - a)", '(x - a)/norm2(x - a)'),
  'vs-Au': both('A*(b .* exp(t*b))', "(b .* exp(t*b))'*A'"),
  'ms-AUB': both('A*(C + 2*t*D)*B', "(A*(C + 2*t*D)*B)'"),
  'ms-had': both('(A + t*(A .* B)) .* exp(t*B)', "((A + t*(A .* B)) .* exp(t*B))'"),
  'ms-kron': both('3*t^2*(A ⊗ B)', "3*t^2*(A ⊗ B)'"),
  'ms-expm': both('A*expm(t*A)', "expm(t*A)'*A'"),
  'sm-aXb': both("b*a'", "a*b'"),
  'sm-aXtb': both("a*b'", "b*a'"),
  'sm-aXtXb': both("(a*b' + b*a')*X'", "X*(a*b' + b*a')"),
  'sm-affine-quadratic': both("a*(X*a + b)'*(C + C')", "(C + C')*(X*a + b)*a'"),
  'sm-tr-AXBXtC': both("B*X'*C*A + B'*X'*A'*C'", "A'*C'*X*B' + C*A*X*B"),
  'sm-tr-Xn': both('4*X^3', "4*X^3'"),
  'sm-tr-AXn': both('X^2*A + X*A*X + A*X^2', "(X^2*A + X*A*X + A*X^2)'"),
  'sm-tr-expm': both('expm(X)', "expm(X)'"),
  'sm-det-AXB': both('det(A*X*B)*B*(A*X*B)^-1*A', "det(A*X*B)*A'*(A*X*B)^-1'*B'"),
  'sm-det-Xn': both('3*det(X)^3*X^-1', "3*det(X)^3*X^-1'"),
  'sm-logdet-XtX': both('2*pinv(X)', "2*pinv(X)'"),
  'sm-det-XtAX': both("Y = X'*A*X; det(Y)*(Y^-1*X'*A + Y^-1'*X'*A')", "Y = X'*A*X; det(Y)*(A*X*Y^-1 + A'*X*Y^-1')"),
  'ss-logdet': both('tr((A + t*B)^-1*B)'),
  'ss-tr-expm': both('tr(A*expm(t*A))'),
}
