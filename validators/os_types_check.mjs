// Checks with os-types that the column types of every modelled table below a folder are known and make a
// model together: `node os_types_check.mjs FOLDER`.

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'

// In the folder of this script stand the packages of package.json.
const TypeProcessor = createRequire(import.meta.url)('os-types')
const folder = process.argv[2]

function findings(file) {
  const found = []
  for (const table of JSON.parse(readFileSync(file)).resources) {
    const typed = table.schema.fields.filter((field) => field.columnType)
    if (typed.length === 0) continue
    nChecked += 1
    const fields = typed.map((field) => ({ name: field.name, title: field.title, type: field.columnType }))
    const { model, errors } = new TypeProcessor().fieldsToModel(fields)
    for (const error of errors?.general ?? []) found.push(`${table.name}: ${error}`)
    for (const [field, list] of Object.entries(errors?.perField ?? {})) {
      for (const error of list) found.push(`${table.name}.${field}: ${error}`)
    }
    if (!errors && !(model?.measures && Object.keys(model.measures).length > 0)) {
      found.push(`${table.name}: the types make no model with a measure`)
    }
  }
  return found
}

let nChecked = 0
let nFindings = 0
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('datapackage.json'))
  .sort()
for (const name of files) {
  for (const finding of findings(join(folder, name))) {
    nFindings += 1
    console.log(`${relative('.', name)}: ${finding}`)
  }
}
console.log(`checked ${nChecked}, findings ${nFindings}`)
process.exit(nFindings > 0 || nChecked === 0 ? 1 : 0)
