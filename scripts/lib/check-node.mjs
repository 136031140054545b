// Imported first by every launcher; plain syntax, so that an old Node reads it and says so instead of failing oddly.
var parts = process.versions.node.split('.').map(Number)
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(`Kept needs Node 20.19 or later to start, and this is ${process.versions.node}: install a later Node.`)
  process.exit(1)
}
