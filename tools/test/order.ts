import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What starts other programs begins, for that takes longest: a file of half a minute that came last would leave all
 * workers but one with nothing to do. After that the longest as far as they are known from another run, then the largest.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => places.findIndex(place => moduleId.includes(place))
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

/**
 * In this order: what installs packages, what runs a browser or a tool, what runs the command, what derives thousands of
 * programs, and all else.
 */
const places = ['/tools/pack/', '/tools/new/', '/tools/', '/apps/', '/packages/standard/', '/']
