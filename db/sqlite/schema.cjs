// For drizzle-kit, which reads each table from an export of its own.
module.exports = require('./tables.ts').tables;
