import DossierMarkup
import DossierRecords
import DossierText

/// Creates edits that add values to fields of records in one file.
struct RecordEditor {
  private let editor: YAMLEditor
  private let root: YAMLNode
  /// The positions of the records in `records`, by id. If an id is repeated, the first position counts. Nil for a Markdown file,
  /// because it contains only one record.
  private let positions: [String: Int]?

  /// Creates an editor for the records of one file. Nil if the YAML of the file cannot be read or contains no records.
  init?(_ document: Document) {
    guard let fields = document.fields else { return nil }
    editor = YAMLEditor(document.source, root: fields)
    root = fields
    guard document.form == .yaml else {
      positions = nil
      return
    }
    guard case .sequence(let items)? = fields.member("records")?.value.content else { return nil }
    let ids = items.enumerated().compactMap { i, item in item.member("id")?.value.text.map { (RecordID.key($0), i) } }
    positions = Dictionary(ids) { first, _ in first }
  }

  /// The keys of a record, as the file spells them.
  func keys(of id: String) -> [String] { record(id)?.node.members?.map(\.key) ?? [] }

  /// Adds a value to a list field. If the record does not have the field, adds the field with a list of only this value.
  func appending(_ value: YAMLEdit.Value, to field: String, of id: String) -> YAMLEdit? {
    guard let (record, path) = record(id) else { return nil }
    return record.member(field) == nil
      ? editor.appending(field, .list([value]), toMappingAt: path) : editor.appending(value, toListAt: path + [.key(field)])
  }

  /// Adds a field that the record does not have.
  func appending(_ field: String, _ value: YAMLEdit.Value, to id: String) -> YAMLEdit? {
    record(id).flatMap { editor.appending(field, value, toMappingAt: $0.path) }
  }

  private func record(_ id: String) -> (node: YAMLNode, path: [YAMLEditor.Step])? {
    guard let positions else { return (root, []) }
    guard let position = positions[RecordID.key(id)], case .sequence(let items)? = root.member("records")?.value.content else {
      return nil
    }
    return (items[position], [.key("records"), .item(position)])
  }
}
