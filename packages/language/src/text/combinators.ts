import { betterError, type ParseError, type Parser } from 'typescript-parsec'

// The library's rep_sc and lrec_sc copy the list at every item, which is quadratic in the length of a line.
// These two have the same contract and are linear. Every parser of this grammar gives exactly one candidate.

/** `first`, then as many `item` as there are, each folded into what came before. */
export function foldLeft<K, First extends R, T, R>(
  first: Parser<K, First>,
  item: Parser<K, T>,
  step: (left: R, item: T) => R,
): Parser<K, R> {
  return {
    parse(token) {
      const head = first.parse(token)
      if (!head.successful) return head
      let result: R = head.candidates[0].result
      let nextToken = head.candidates[0].nextToken
      let error: ParseError | undefined = head.error
      while (nextToken !== undefined) {
        const output = item.parse(nextToken)
        error = betterError(error, output.error)
        if (!output.successful) break
        result = step(result, output.candidates[0].result)
        nextToken = output.candidates[0].nextToken
      }
      return { successful: true, candidates: [{ firstToken: token, nextToken, result }], error }
    },
  }
}

/** As many `item` as there are, possibly none. */
export function many<K, T>(item: Parser<K, T>): Parser<K, T[]> {
  return {
    parse(token) {
      const result: T[] = []
      let nextToken = token
      let error: ParseError | undefined
      while (nextToken !== undefined) {
        const output = item.parse(nextToken)
        error = betterError(error, output.error)
        if (!output.successful) break
        result.push(output.candidates[0].result)
        nextToken = output.candidates[0].nextToken
      }
      return { successful: true, candidates: [{ firstToken: token, nextToken, result }], error }
    },
  }
}
