/// A record of a kind that an organisation declares: its fields as data.
package struct DeclaredRecord: RecordContent {
  package let kind: String
  package let members: [FieldContent.Member]
}
