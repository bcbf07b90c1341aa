package import DossierRecords

/// A named set of records, items, approvals or questions. A number on a page is the count of such a set.
package struct Figure: Sendable {
  package let name: FigureName
  /// The name as text: `statement.implemented`.
  package let id: String
  package let count: Int
  /// The members, in the order of the dossier or catalogue. Empty if the figure counts things that a `Member` cannot represent,
  /// such as diagnostics.
  package let members: [Member]

  package init(_ name: FigureName, _ members: [Member]) {
    self.name = name
    id = name.description
    count = members.count
    self.members = members
  }

  package init(_ name: FigureName, records: some Sequence<Int>) { self.init(name, records.map { .record($0) }) }

  package init(_ name: FigureName, items: some Sequence<ItemPosition>) { self.init(name, items.map { .item($0) }) }

  /// Creates a figure without members, for things that a `Member` cannot represent, such as diagnostics.
  package init(_ name: FigureName, count: Int) {
    self.name = name
    id = name.description
    self.count = count
    members = []
  }

  package enum Member: Sendable, Hashable {
    /// The position of a record in the dossier.
    case record(Int)
    case item(ItemPosition)
    /// The position of a record, and the index of one of its approvals.
    case approval(record: Int, index: Int)
    /// The id of a question of the readiness page.
    case question(String)
    /// `dossier.yaml`. It is a member of a figure if the file meets the condition of a readiness measure.
    case configuration
  }
}

extension Figure.Member {
  /// The id of the member: `RSK-001`, `iso42001:A.6.2.4`, `POL-001#2`, `audit-policy`, `dossier.yaml`.
  package func id(in dossier: Dossier) -> String {
    switch self {
    case .record(let position): dossier.entries[position].id
    case .item(let place):
      dossier.catalogues[place.catalogue].canonical(dossier.catalogues[place.catalogue].items[place.item])
    case .approval(let position, let index): "\(dossier.entries[position].id)#\(dossier.entries[position].approvalNumber(index))"
    case .question(let id): id
    case .configuration: Configuration.fileName
    }
  }
}

extension Entry {
  /// The number of an approval in the file, counted from 1. Approvals that could not be decoded are counted too.
  fileprivate func approvalNumber(_ index: Int) -> Int { (field("approvals")?.sourceIndex(of: index) ?? index) + 1 }
}
