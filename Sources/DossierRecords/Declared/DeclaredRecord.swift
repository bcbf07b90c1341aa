/// A record of a declared kind, with its fields as data.
package struct DeclaredRecord: RecordContent {
  package let kind: String
  package let members: [FieldContent.Member]
}
