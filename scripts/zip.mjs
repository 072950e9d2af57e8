/**
 * A zip archive whose bytes follow from the names and contents alone: sorted, without dates or owners, and stored rather
 * than compressed, because compressed bytes differ from one version of zlib to the next.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { crc32 } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8 = 0x0800
/** The first day that the format knows, 1 January 1980, at midnight. */
const FIRST_DAY = 0x0021
/** A regular file that all may read, made on Unix. */
const MADE_ON_UNIX = 3 << 8
const FILE_MODE = (0o100644 << 16) >>> 0

/** @param {ReadonlyMap<string, Buffer>} files contents by path, with forward slashes. @returns {Buffer} */
export function zip(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = Buffer.from(name)
    const shared = describe(path, content)
    const local = Buffer.concat([words32(LOCAL), words16(VERSION), shared, path, content])
    parts.push(local)
    const attributes = Buffer.concat([words16(0, 0, 0), words32(FILE_MODE, offset)])
    directory.push(words32(CENTRAL), words16(MADE_ON_UNIX | VERSION, VERSION), shared, attributes, path)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const count = files.size
  const end = [words32(END), words16(0, 0, count, count), words32(central.length, offset), words16(0)]
  return Buffer.concat([...parts, central, ...end])
}

/** What the header before a file and the one in the directory have in common. */
function describe(path, content) {
  return Buffer.concat([
    words16(UTF8, 0, 0, FIRST_DAY),
    words32(crc32(content), content.length, content.length),
    words16(path.length, 0),
  ])
}

function words16(...values) {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => void bytes.writeUInt16LE(value, index * 2))
  return bytes
}

function words32(...values) {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => void bytes.writeUInt32LE(value, index * 4))
  return bytes
}
