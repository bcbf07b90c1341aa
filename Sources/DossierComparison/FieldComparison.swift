import DossierRecords

/// Compares the values of one field by their meaning. Differences of layout do not count.
struct FieldComparison {
  private(set) var changes: [FieldChange] = []

  /// The changes of the field `name`. The label of an `x-` field is its name.
  static func changes(_ name: String, _ old: FieldContent?, _ new: FieldContent?) -> [FieldChange] {
    var comparison = FieldComparison()
    comparison.compare(old, new, name, label(of: name))
    return comparison.changes
  }

  static func label(of name: String) -> String { name.hasPrefix("x-") ? name : FieldShape.label(of: name) }

  private mutating func add(_ field: String, _ label: String, _ change: FieldChange.Change) {
    changes.append(FieldChange(field: field, label: label, change: change))
  }

  private mutating func compare(_ old: FieldContent?, _ new: FieldContent?, _ field: String, _ label: String) {
    guard old?.meaning != new?.meaning else { return }
    switch (old, new) {
    case (.mapping(let before)?, .mapping(let after)?):
      let names = after.map(\.name) + before.map(\.name).filter { name in !after.contains { $0.name == name } }
      for name in names {
        compare(old?.member(name), new?.member(name), "\(field).\(name)", "\(label) › \(FieldComparison.label(of: name))")
      }
    case (.list(let before)?, .list(let after)?): compare(lists: before, after, field, label)
    case (.text(let before)?, .text(let after)?) where max(before.utf8.count, after.utf8.count) > 60:
      compare(ProseBlock(mark: "", text: before), ProseBlock(mark: "", text: after), old, new, field, label)
    case (.markdown(let before)?, .markdown(let after)?): add(field, label, .text(Redline(before, after)))
    default: add(field, label, .value(old: old, new: new))
    }
  }

  private mutating func compare(
    _ before: ProseBlock, _ after: ProseBlock, _ old: FieldContent?, _ new: FieldContent?, _ field: String, _ label: String
  ) {
    let isAlike = Redline.likeness(before, after) >= 0.3
    add(field, label, isAlike ? .text(Redline([before], [after])) : .value(old: old, new: new))
  }

  private mutating func compare(lists before: [FieldContent], _ after: [FieldContent], _ field: String, _ label: String) {
    var removed = FieldComparison.rest(of: before, without: after)
    var added = FieldComparison.rest(of: after, without: before)
    guard !removed.isEmpty || !added.isEmpty else { return add(field, label, .order) }
    // A removed entry and an added entry become one changed entry if only these two have the same name. They can also become one
    // changed entry if no other entry was removed or added.
    var pairs: [(old: FieldContent, new: FieldContent)] = []
    for item in removed {
      guard let name = FieldComparison.name(of: item),
        removed.count(where: { FieldComparison.name(of: $0) == name }) == 1,
        added.count(where: { FieldComparison.name(of: $0) == name }) == 1,
        let match = added.first(where: { FieldComparison.name(of: $0) == name })
      else { continue }
      pairs.append((item, match))
    }
    removed.removeAll { item in pairs.contains { $0.old == item } }
    added.removeAll { item in pairs.contains { $0.new == item } }
    for pair in pairs { compare(items: pair, field, label) }
    if removed.count == 1, added.count == 1, pairs.isEmpty {
      switch (removed[0], added[0]) {
      case (.mapping, .mapping): return compare(items: (removed[0], added[0]), field, label)
      case (.text(let old), .text(let new)) where max(old.utf8.count, new.utf8.count) > 60:
        let (a, b) = (ProseBlock(mark: "", text: old), ProseBlock(mark: "", text: new))
        if Redline.likeness(a, b) >= 0.3 { return add(field, label, .text(Redline([a], [b]))) }
      default: break
      }
    }
    if !removed.isEmpty || !added.isEmpty { add(field, label, .items(added: added, removed: removed)) }
  }

  private mutating func compare(items pair: (old: FieldContent, new: FieldContent), _ field: String, _ label: String) {
    let name =
      FieldComparison.name(of: pair.new) == FieldComparison.name(of: pair.old) ? pair.new.members?.first?.content.plain : nil
    let words = name.map { ProseBlock.words(of: $0).joined(separator: " ") }
    compare(
      pair.old, pair.new, words.map { "\(field)[\($0)]" } ?? "\(field)[]", words.map { "\(label) “\($0)”" } ?? "\(label), entry")
  }

  /// The value that identifies a list entry with members (a YAML mapping): the value of its first member. Nil if the entry has
  /// no members.
  private static func name(of item: FieldContent) -> FieldContent? { item.members?.first?.content.meaning }

  /// The entries of `list` without an equal entry in `other`. Each entry of `other` matches at most one entry of `list`.
  private static func rest(of list: [FieldContent], without other: [FieldContent]) -> [FieldContent] {
    var counts: [FieldContent: Int] = [:]
    for item in other { counts[item.meaning, default: 0] += 1 }
    return list.filter { item in
      guard let count = counts[item.meaning], count > 0 else { return true }
      counts[item.meaning] = count - 1
      return false
    }
  }
}
