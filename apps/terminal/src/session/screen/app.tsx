import { Box, Text, useInput } from 'ink'
import { useSyncExternalStore } from 'react'
import type { Controller } from './controller.ts'
import type { Theme } from './theme.ts'
import type { Row } from './view/row.ts'
import { screenRows } from './view/screen.ts'

/** The screen: keys go to the controller, and what it knows is drawn. */
export function App({ controller, theme }: { readonly controller: Controller; readonly theme: Theme }) {
  const { screen, scene, size, busy } = useSyncExternalStore(controller.subscribe, controller.snapshot)
  useInput((character, key) => controller.press(character, key))
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      {screenRows(screen, scene, { size, busy }).map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Line key={i} row={row} theme={theme} />
      ))}
    </Box>
  )
}

function Line({ row, theme }: { readonly row: Row; readonly theme: Theme }) {
  return (
    <Text wrap="truncate">
      {row.length === 0
        ? ' '
        : row.map(({ text, looks }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the row
            <Text key={i} {...theme(looks)}>
              {text}
            </Text>
          ))}
    </Text>
  )
}
