import absSign from '@matrix-derive/abs-sign'
import absSquared from '@matrix-derive/abs-squared'
import bracketedTranspose from '@matrix-derive/bracketed-transpose'
import chainAny from '@matrix-derive/chain-any'
import chainScalarByMatrix from '@matrix-derive/chain-scalar-by-matrix'
import chainScalarByScalar from '@matrix-derive/chain-scalar-by-scalar'
import chainScalarByVector from '@matrix-derive/chain-scalar-by-vector'
import chainVectorByVector from '@matrix-derive/chain-vector-by-vector'
import cholProduct from '@matrix-derive/chol-product'
import collectTerms from '@matrix-derive/collect-terms'
import commonFactor from '@matrix-derive/common-factor'
import commonNumber from '@matrix-derive/common-number'
import commutationAbsorbed from '@matrix-derive/commutation-absorbed'
import commutationInverse from '@matrix-derive/commutation-inverse'
import commutationKron from '@matrix-derive/commutation-kron'
import commutationUnit from '@matrix-derive/commutation-unit'
import commutationVec from '@matrix-derive/commutation-vec'
import type { Identity, Layout, Operator } from '@matrix-derive/core'
import definition from '@matrix-derive/definition'
import detOrthogonal from '@matrix-derive/det-orthogonal'
import detPower from '@matrix-derive/det-power'
import diagAsTrace from '@matrix-derive/diag-as-trace'
import diagAsVec from '@matrix-derive/diag-as-vec'
import diagExchange from '@matrix-derive/diag-exchange'
import diagOfDiagonal from '@matrix-derive/diag-of-diagonal'
import diagOnes from '@matrix-derive/diag-ones'
import diagProduct from '@matrix-derive/diag-product'
import diagScale from '@matrix-derive/diag-scale'
import diagSum from '@matrix-derive/diag-sum'
import diagTimesVector from '@matrix-derive/diag-times-vector'
import diagTranspose from '@matrix-derive/diag-transpose'
import diagonalCommutes from '@matrix-derive/diagonal-commutes'
import differenceTurned from '@matrix-derive/difference-turned'
import differentialAdjugate from '@matrix-derive/differential-adjugate'
import differentialAffine from '@matrix-derive/differential-affine'
import differentialChol from '@matrix-derive/differential-chol'
import differentialConstant from '@matrix-derive/differential-constant'
import differentialDet from '@matrix-derive/differential-det'
import differentialElementwise from '@matrix-derive/differential-elementwise'
import differentialExpm from '@matrix-derive/differential-expm'
import differentialExpmScaled from '@matrix-derive/differential-expm-scaled'
import differentialFirstTerm from '@matrix-derive/differential-first-term'
import differentialFrechet from '@matrix-derive/differential-frechet'
import differentialFunction from '@matrix-derive/differential-function'
import differentialHadamard from '@matrix-derive/differential-hadamard'
import differentialHadamardPower from '@matrix-derive/differential-hadamard-power'
import differentialInverse from '@matrix-derive/differential-inverse'
import differentialKron from '@matrix-derive/differential-kron'
import differentialLinear from '@matrix-derive/differential-linear'
import differentialLogdet from '@matrix-derive/differential-logdet'
import differentialLogm from '@matrix-derive/differential-logm'
import differentialLogsumexp from '@matrix-derive/differential-logsumexp'
import differentialMatrixPower from '@matrix-derive/differential-matrix-power'
import differentialMember from '@matrix-derive/differential-member'
import differentialNorm1 from '@matrix-derive/differential-norm1'
import differentialNorm2 from '@matrix-derive/differential-norm2'
import differentialPhi1 from '@matrix-derive/differential-phi1'
import differentialPinv from '@matrix-derive/differential-pinv'
import differentialPower from '@matrix-derive/differential-power'
import differentialProduct from '@matrix-derive/differential-product'
import differentialProducts from '@matrix-derive/differential-products'
import differentialQuotient from '@matrix-derive/differential-quotient'
import differentialScalarFunction from '@matrix-derive/differential-scalar-function'
import differentialScale from '@matrix-derive/differential-scale'
import differentialSeries from '@matrix-derive/differential-series'
import differentialSoftmax from '@matrix-derive/differential-softmax'
import differentialSqrtm from '@matrix-derive/differential-sqrtm'
import differentialSum from '@matrix-derive/differential-sum'
import differentialTrace from '@matrix-derive/differential-trace'
import differentialTraceExpm from '@matrix-derive/differential-trace-expm'
import differentialTraceLogm from '@matrix-derive/differential-trace-logm'
import differentialTracePower from '@matrix-derive/differential-trace-power'
import differentialTraceSqrtm from '@matrix-derive/differential-trace-sqrtm'
import differentialTranspose from '@matrix-derive/differential-transpose'
import dotProduct from '@matrix-derive/dot-product'
import entrySumConstant from '@matrix-derive/entry-sum-constant'
import entrySumHadamard from '@matrix-derive/entry-sum-hadamard'
import entrySumKron from '@matrix-derive/entry-sum-kron'
import entrySumOnes from '@matrix-derive/entry-sum-ones'
import entrySumScale from '@matrix-derive/entry-sum-scale'
import entrySumTranspose from '@matrix-derive/entry-sum-transpose'
import frechetBlock from '@matrix-derive/frechet-block'
import frechetCommuting from '@matrix-derive/frechet-commuting'
import frechetPhi1 from '@matrix-derive/frechet-phi1'
import frechetScalar from '@matrix-derive/frechet-scalar'
import gramInverse from '@matrix-derive/gram-inverse'
import hadamardAsDiag from '@matrix-derive/hadamard-as-diag'
import hadamardCommonFactor from '@matrix-derive/hadamard-common-factor'
import hadamardExchange from '@matrix-derive/hadamard-exchange'
import hadamardOnes from '@matrix-derive/hadamard-ones'
import hadamardPowerOnes from '@matrix-derive/hadamard-power-ones'
import hadamardPowerZero from '@matrix-derive/hadamard-power-zero'
import hadamardPowers from '@matrix-derive/hadamard-powers'
import hadamardQuotient from '@matrix-derive/hadamard-quotient'
import hadamardScale from '@matrix-derive/hadamard-scale'
import identifyMatrixByScalar from '@matrix-derive/identify-matrix-by-scalar'
import identifyScalarByMatrix from '@matrix-derive/identify-scalar-by-matrix'
import identifyScalarByScalar from '@matrix-derive/identify-scalar-by-scalar'
import identifyScalarByVector from '@matrix-derive/identify-scalar-by-vector'
import identifyVec from '@matrix-derive/identify-vec'
import identifyVectorByScalar from '@matrix-derive/identify-vector-by-scalar'
import identifyVectorByVector from '@matrix-derive/identify-vector-by-vector'
import innerProduct from '@matrix-derive/inner-product'
import inverseAbsorbed from '@matrix-derive/inverse-absorbed'
import inverseCancelled from '@matrix-derive/inverse-cancelled'
import inverseEye from '@matrix-derive/inverse-eye'
import inverseInverse from '@matrix-derive/inverse-inverse'
import inverseKron from '@matrix-derive/inverse-kron'
import inverseOrthogonal from '@matrix-derive/inverse-orthogonal'
import inverseProduct from '@matrix-derive/inverse-product'
import inverseScaled from '@matrix-derive/inverse-scaled'
import inverseTranspose from '@matrix-derive/inverse-transpose'
import kronColumn from '@matrix-derive/kron-column'
import kronEye from '@matrix-derive/kron-eye'
import kronProduct from '@matrix-derive/kron-product'
import kronScalar from '@matrix-derive/kron-scalar'
import kronScale from '@matrix-derive/kron-scale'
import kronVec from '@matrix-derive/kron-vec'
import kronVectors from '@matrix-derive/kron-vectors'
import layoutDenominator from '@matrix-derive/layout-denominator'
import layoutMixed from '@matrix-derive/layout-mixed'
import layoutNumerator from '@matrix-derive/layout-numerator'
import likeTerms from '@matrix-derive/like-terms'
import linearAdditive from '@matrix-derive/linear-additive'
import linearHomogeneous from '@matrix-derive/linear-homogeneous'
import linearZero from '@matrix-derive/linear-zero'
import logSigmoid from '@matrix-derive/log-sigmoid'
import logSoftmax from '@matrix-derive/log-softmax'
import logdetKron from '@matrix-derive/logdet-kron'
import logmInverse from '@matrix-derive/logm-inverse'
import logsumexpDefinition from '@matrix-derive/logsumexp-definition'
import meanAsSum from '@matrix-derive/mean-as-sum'
import meanDefinition from '@matrix-derive/mean-definition'
import norm2Definition from '@matrix-derive/norm2-definition'
import norm2Orthogonal from '@matrix-derive/norm2-orthogonal'
import norm2Squared from '@matrix-derive/norm2-squared'
import onesProduct from '@matrix-derive/ones-product'
import orthogonalProduct from '@matrix-derive/orthogonal-product'
import pinvPinv from '@matrix-derive/pinv-pinv'
import pinvProduct from '@matrix-derive/pinv-product'
import pinvProjector from '@matrix-derive/pinv-projector'
import pinvResidual from '@matrix-derive/pinv-residual'
import pinvVector from '@matrix-derive/pinv-vector'
import powerOfInverse from '@matrix-derive/power-of-inverse'
import powerOfPower from '@matrix-derive/power-of-power'
import powerOfScaled from '@matrix-derive/power-of-scaled'
import powerProduct from '@matrix-derive/power-product'
import powerZero from '@matrix-derive/power-zero'
import productIdentity from '@matrix-derive/product-identity'
import productInverse from '@matrix-derive/product-inverse'
import productOnes from '@matrix-derive/product-ones'
import quadraticSkew from '@matrix-derive/quadratic-skew'
import quotientCancelled from '@matrix-derive/quotient-cancelled'
import quotientOfSines from '@matrix-derive/quotient-of-sines'
import quotientOrder from '@matrix-derive/quotient-order'
import scalarAsTrace from '@matrix-derive/scalar-as-trace'
import scalarCommutes from '@matrix-derive/scalar-commutes'
import scalarMatrixFunction from '@matrix-derive/scalar-matrix-function'
import scalarPowers from '@matrix-derive/scalar-powers'
import scalarTranspose from '@matrix-derive/scalar-transpose'
import scalarTurned from '@matrix-derive/scalar-turned'
import seriesAsParts from '@matrix-derive/series-as-parts'
import seriesAsProduct from '@matrix-derive/series-as-product'
import seriesAsTotal from '@matrix-derive/series-as-total'
import seriesAsTrace from '@matrix-derive/series-as-trace'
import seriesAsWeightedProduct from '@matrix-derive/series-as-weighted-product'
import seriesCount from '@matrix-derive/series-count'
import seriesDelta from '@matrix-derive/series-delta'
import seriesFactor from '@matrix-derive/series-factor'
import seriesInside from '@matrix-derive/series-inside'
import seriesLinear from '@matrix-derive/series-linear'
import seriesMember from '@matrix-derive/series-member'
import seriesPlus from '@matrix-derive/series-plus'
import sigmoidComplement from '@matrix-derive/sigmoid-complement'
import sigmoidDefinition from '@matrix-derive/sigmoid-definition'
import sigmoidEven from '@matrix-derive/sigmoid-even'
import softmaxDefinition from '@matrix-derive/softmax-definition'
import softmaxSum from '@matrix-derive/softmax-sum'
import softplusDefinition from '@matrix-derive/softplus-definition'
import sqrtmProduct from '@matrix-derive/sqrtm-product'
import structureIndependentDiagonal from '@matrix-derive/structure-independent-diagonal'
import structureIndependentLower from '@matrix-derive/structure-independent-lower'
import structureIndependentSkew from '@matrix-derive/structure-independent-skew'
import structureIndependentSymmetric from '@matrix-derive/structure-independent-symmetric'
import structureIndependentUpper from '@matrix-derive/structure-independent-upper'
import structureProjectedDiagonal from '@matrix-derive/structure-projected-diagonal'
import structureProjectedLower from '@matrix-derive/structure-projected-lower'
import structureProjectedOrthogonal from '@matrix-derive/structure-projected-orthogonal'
import structureProjectedSkew from '@matrix-derive/structure-projected-skew'
import structureProjectedSymmetric from '@matrix-derive/structure-projected-symmetric'
import structureProjectedUpper from '@matrix-derive/structure-projected-upper'
import sumOpened from '@matrix-derive/sum-opened'
import sumOrder from '@matrix-derive/sum-order'
import totalDifferentialMatrix from '@matrix-derive/total-differential-matrix'
import totalDifferentialMixed from '@matrix-derive/total-differential-mixed'
import totalDifferentialScalars from '@matrix-derive/total-differential-scalars'
import totalDifferentialVector from '@matrix-derive/total-differential-vector'
import traceAsVec from '@matrix-derive/trace-as-vec'
import traceCyclic from '@matrix-derive/trace-cyclic'
import traceDiag from '@matrix-derive/trace-diag'
import traceFrechet from '@matrix-derive/trace-frechet'
import traceHadamard from '@matrix-derive/trace-hadamard'
import traceIdentity from '@matrix-derive/trace-identity'
import traceKron from '@matrix-derive/trace-kron'
import traceOfScalar from '@matrix-derive/trace-of-scalar'
import traceOnes from '@matrix-derive/trace-ones'
import traceOuter from '@matrix-derive/trace-outer'
import traceScale from '@matrix-derive/trace-scale'
import traceSkew from '@matrix-derive/trace-skew'
import traceTranspose from '@matrix-derive/trace-transpose'
import traceTriangle from '@matrix-derive/trace-triangle'
import transposeCommutation from '@matrix-derive/transpose-commutation'
import transposeFill from '@matrix-derive/transpose-fill'
import transposeHadamard from '@matrix-derive/transpose-hadamard'
import transposeKron from '@matrix-derive/transpose-kron'
import transposePower from '@matrix-derive/transpose-power'
import transposeProduct from '@matrix-derive/transpose-product'
import transposeScalar from '@matrix-derive/transpose-scalar'
import transposeSeries from '@matrix-derive/transpose-series'
import transposeSkew from '@matrix-derive/transpose-skew'
import transposeSum from '@matrix-derive/transpose-sum'
import transposeSymmetric from '@matrix-derive/transpose-symmetric'
import transposeTranspose from '@matrix-derive/transpose-transpose'
import triangleMask from '@matrix-derive/triangle-mask'
import triangleOfVector from '@matrix-derive/triangle-of-vector'
import triangleScale from '@matrix-derive/triangle-scale'
import triangleSum from '@matrix-derive/triangle-sum'
import triangleTurned from '@matrix-derive/triangle-turned'
import unstackKron from '@matrix-derive/unstack-kron'
import unstackProduct from '@matrix-derive/unstack-product'
import unstackVec from '@matrix-derive/unstack-vec'
import vecAsTrace from '@matrix-derive/vec-as-trace'
import vecDiag from '@matrix-derive/vec-diag'
import vecFrechet from '@matrix-derive/vec-frechet'
import vecFrechetLogm from '@matrix-derive/vec-frechet-logm'
import vecFrechetSqrtm from '@matrix-derive/vec-frechet-sqrtm'
import vecHadamard from '@matrix-derive/vec-hadamard'
import vecInner from '@matrix-derive/vec-inner'
import vecKron from '@matrix-derive/vec-kron'
import vecOfVector from '@matrix-derive/vec-of-vector'
import vecProduct from '@matrix-derive/vec-product'
import vecScale from '@matrix-derive/vec-scale'
import vecTranspose from '@matrix-derive/vec-transpose'
import vecTriangle from '@matrix-derive/vec-triangle'
import vecUnstack from '@matrix-derive/vec-unstack'
import vechAsVec from '@matrix-derive/vech-as-vec'

/** Every standard identity. The order means nothing: a derivation takes them by what they apply to. */
export const identities: readonly Identity[] = [
  absSign,
  absSquared,
  bracketedTranspose,
  chainAny,
  chainScalarByMatrix,
  chainScalarByScalar,
  chainScalarByVector,
  chainVectorByVector,
  cholProduct,
  collectTerms,
  commonFactor,
  commonNumber,
  commutationAbsorbed,
  commutationInverse,
  commutationKron,
  commutationUnit,
  commutationVec,
  definition,
  detOrthogonal,
  detPower,
  diagAsTrace,
  diagAsVec,
  diagExchange,
  diagOfDiagonal,
  diagonalCommutes,
  diagOnes,
  diagProduct,
  diagScale,
  diagSum,
  diagTimesVector,
  diagTranspose,
  differenceTurned,
  differentialAdjugate,
  differentialAffine,
  differentialChol,
  differentialConstant,
  differentialDet,
  differentialElementwise,
  differentialExpm,
  differentialExpmScaled,
  differentialFirstTerm,
  differentialFrechet,
  differentialFunction,
  differentialHadamard,
  differentialHadamardPower,
  differentialInverse,
  differentialKron,
  differentialLinear,
  differentialLogdet,
  differentialLogm,
  differentialLogsumexp,
  differentialMatrixPower,
  differentialMember,
  differentialNorm1,
  differentialNorm2,
  differentialPhi1,
  differentialPinv,
  differentialPower,
  differentialProduct,
  differentialProducts,
  differentialQuotient,
  differentialScalarFunction,
  differentialScale,
  differentialSeries,
  differentialSoftmax,
  differentialSqrtm,
  differentialSum,
  differentialTrace,
  differentialTraceExpm,
  differentialTraceLogm,
  differentialTracePower,
  differentialTraceSqrtm,
  differentialTranspose,
  dotProduct,
  entrySumConstant,
  entrySumHadamard,
  entrySumKron,
  entrySumOnes,
  entrySumScale,
  entrySumTranspose,
  frechetBlock,
  frechetCommuting,
  frechetPhi1,
  frechetScalar,
  gramInverse,
  hadamardAsDiag,
  hadamardCommonFactor,
  hadamardExchange,
  hadamardOnes,
  hadamardPowerOnes,
  hadamardPowers,
  hadamardPowerZero,
  hadamardQuotient,
  hadamardScale,
  identifyMatrixByScalar,
  identifyScalarByMatrix,
  identifyScalarByScalar,
  identifyScalarByVector,
  identifyVec,
  identifyVectorByScalar,
  identifyVectorByVector,
  innerProduct,
  inverseAbsorbed,
  inverseCancelled,
  inverseEye,
  inverseInverse,
  inverseKron,
  inverseOrthogonal,
  inverseProduct,
  inverseScaled,
  inverseTranspose,
  kronColumn,
  kronEye,
  kronProduct,
  kronScalar,
  kronScale,
  kronVec,
  kronVectors,
  likeTerms,
  linearAdditive,
  linearHomogeneous,
  linearZero,
  logdetKron,
  logmInverse,
  logSigmoid,
  logSoftmax,
  logsumexpDefinition,
  meanAsSum,
  meanDefinition,
  norm2Definition,
  norm2Orthogonal,
  norm2Squared,
  onesProduct,
  orthogonalProduct,
  pinvPinv,
  pinvProduct,
  pinvProjector,
  pinvResidual,
  pinvVector,
  powerOfInverse,
  powerOfPower,
  powerOfScaled,
  powerProduct,
  powerZero,
  productIdentity,
  productInverse,
  productOnes,
  quadraticSkew,
  quotientCancelled,
  quotientOfSines,
  quotientOrder,
  scalarAsTrace,
  scalarCommutes,
  scalarMatrixFunction,
  scalarPowers,
  scalarTranspose,
  scalarTurned,
  seriesAsParts,
  seriesAsProduct,
  seriesAsTotal,
  seriesAsTrace,
  seriesAsWeightedProduct,
  seriesCount,
  seriesDelta,
  seriesFactor,
  seriesInside,
  seriesLinear,
  seriesMember,
  seriesPlus,
  sigmoidComplement,
  sigmoidDefinition,
  sigmoidEven,
  softmaxDefinition,
  softmaxSum,
  softplusDefinition,
  sqrtmProduct,
  structureIndependentDiagonal,
  structureIndependentLower,
  structureIndependentSkew,
  structureIndependentSymmetric,
  structureIndependentUpper,
  structureProjectedDiagonal,
  structureProjectedLower,
  structureProjectedOrthogonal,
  structureProjectedSkew,
  structureProjectedSymmetric,
  structureProjectedUpper,
  sumOpened,
  sumOrder,
  totalDifferentialMatrix,
  totalDifferentialMixed,
  totalDifferentialScalars,
  totalDifferentialVector,
  traceAsVec,
  traceCyclic,
  traceDiag,
  traceFrechet,
  traceHadamard,
  traceIdentity,
  traceKron,
  traceOfScalar,
  traceOnes,
  traceOuter,
  traceScale,
  traceSkew,
  traceTranspose,
  traceTriangle,
  transposeCommutation,
  transposeFill,
  transposeHadamard,
  transposeKron,
  transposePower,
  transposeProduct,
  transposeScalar,
  transposeSeries,
  transposeSkew,
  transposeSum,
  transposeSymmetric,
  transposeTranspose,
  triangleMask,
  triangleOfVector,
  triangleScale,
  triangleSum,
  triangleTurned,
  unstackKron,
  unstackProduct,
  unstackVec,
  vecAsTrace,
  vecDiag,
  vecFrechet,
  vecFrechetLogm,
  vecFrechetSqrtm,
  vecHadamard,
  vechAsVec,
  vecInner,
  vecKron,
  vecOfVector,
  vecProduct,
  vecScale,
  vecTranspose,
  vecTriangle,
  vecUnstack,
]

/** Every standard layout. */
export const layouts: readonly Layout[] = [layoutDenominator, layoutMixed, layoutNumerator]

/** An operator that is a package of its own, with the identity that is its differential where it needs one. */
export interface PackagedOperator {
  readonly operator: Operator
  readonly differential?: Identity
}

/** Every standard operator besides those that are built in. */
export const operators: readonly PackagedOperator[] = []
