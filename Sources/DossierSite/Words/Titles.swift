/// The titles of pages, sections and links that several pages share, or that Swift code chooses.
enum Titles {
  static let home = "Home"
  static let registers = "Registers"
  static let allRegisters = "All registers"
  static let frameworks = "Frameworks"
  static let readiness = "Readiness"
  static let pages = "Pages"
  static let files = "Files"
  static let approvals = "Approvals"
  static let figures = "Figures"
  static let allFigures = "All figures"
  static let attention = "Needs attention"
  static let allAttention = "All items that need attention"
  static let integrity = "Integrity"
  static let earlierReleases = "Earlier releases"
  static let allReleases = "All earlier releases"
  static let reviewsDue = "Reviews due"
  /// The title of a site with records, unless `dossier.yaml` has a title.
  static let system = "AI management system"
  /// The title of a site without records, unless `dossier.yaml` has a title.
  static let documents = "Documents"
  /// The title of the group of pages that are in no folder.
  static let topFolder = "Top folder"

  static let modelCard = "Model card"
  static func modelCard(of model: String) -> String { "\(modelCard): \(model)" }

  // Sections of a page or record.
  static let description = "Description"
  static let scores = "Likelihood and impact"
  static let readings = "Latest readings"
  static let refersTo = "Refers to"
  static let referredToBy = "Referred to by"
  static let coveredBy = "Covered by"
  static let history = "History"
  static let source = "Source"

  // Columns and fields of several pages.
  static let owner = "Owner"
  static let status = "Status"
  static let reviewed = "Reviewed"
  static let nextReview = "Next review"
}
