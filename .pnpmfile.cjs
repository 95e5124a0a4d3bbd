// Sources run from where they are; what is packed runs from `dist`. The rules are with the other tools, so that the
// checksum which the lock file has of this file stays.
module.exports = {
  hooks: { beforePacking: (manifest, folder) => require('./tools/pack/manifest.cjs').packed(manifest, folder) },
}
