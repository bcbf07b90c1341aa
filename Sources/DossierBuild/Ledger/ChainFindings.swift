import DossierLedger
import DossierText
import Glibc

/// Follows the chain from a release back to the first, among the releases that stand beside it.
struct ChainFindings {
  private let name: String
  /// The folder of releases around this one, and what it is called.
  private let shelfPath: String
  private let shelfName: String
  /// The same as it was asked for: the folder of releases may be a link.
  private let askedName: String

  init(path: String) throws(EnvironmentError) {
    guard let real = unsafe realpath(path, nil) else { throw EnvironmentError("find \(path)", SystemFailure(code: errno)) }
    defer { unsafe free(real) }
    let parts = unsafe String(cString: real).split(separator: "/").map(String.init)
    name = parts.last ?? ""
    shelfPath = "/" + parts.dropLast().joined(separator: "/")
    shelfName = parts.dropLast().last ?? ""
    askedName = path.split(separator: "/").filter { $0 != "." }.dropLast().last.map(String.init) ?? ""
  }

  /// Whether the release stands where releases are made: beside its sources and without its site.
  var isBesideSources: Bool { [shelfName, askedName].contains(SealedFolder.releases) }

  /// Whether this is itself the folder where releases are made.
  var isShelfOfSources: Bool { name == SealedFolder.releases }

  func of(_ manifest: Manifest) throws(EnvironmentError) -> [Finding] {
    let isShelf = [SealedFolder.releases, PublishedFolder.versions].contains(shelfName)
    if isShelf, name != manifest.seal.version.description {
      return [
        Finding(
          .failed, "version-name", path: SealedFolder.manifest,
          "the folder is called \(TerminalText.visible(name)) and holds the release \(manifest.seal.version)")
      ]
    }
    let shelf = try SealShelf(shelfPath)
    // Where releases are made, all of them stand; a published folder says which it has.
    return ChainFindings.of(manifest.seal.previous, shelf: shelf, isNamed: isShelf) { version in
      shelfName == SealedFolder.releases || PublishedFolder.lists(version, in: shelfPath + "/..")
    }
  }

  /// Follows the chain among releases that belong together, all of which are there.
  static func of(_ previous: Seal.Previous?, shelf: SealShelf, isWhole: Bool) -> [Finding] {
    of(previous, shelf: shelf, isNamed: true) { _ in isWhole }
  }

  /// `isNamed` where each folder must have the name of its release.
  private static func of(
    _ previous: Seal.Previous?, shelf: SealShelf, isNamed: Bool, belongsHere: (String) -> Bool
  ) -> [Finding] {
    guard var wanted = previous else {
      return [Finding(.proved, "chain", "the manifest names no release before it: it begins the chain")]
    }
    var passed: [String] = []
    while passed.count <= shelf.records.count {
      guard let record = shelf.record(wanted.manifest) else { return [broken(wanted, shelf, belongsHere)] }
      if isNamed, record.name != wanted.version.description {
        return [
          Finding(
            .failed, "chain-renamed", path: record.name,
            "the release \(wanted.version) stands in the folder \(TerminalText.visible(record.name))")
        ]
      }
      passed.append(wanted.version.description)
      guard let next = record.seal.previous else {
        return [
          Finding(
            .proved, "chain",
            "the chain goes back over \(passed.joined(separator: ", ")) to the first release; of these, the manifests were compared"
          )
        ]
      }
      wanted = next
    }
    return [Finding(.failed, "chain-circle", "the chain runs in a circle")]
  }

  private static func broken(
    _ wanted: Seal.Previous, _ shelf: SealShelf, _ belongsHere: (String) -> Bool
  ) -> Finding {
    let version = wanted.version.description
    if let there = shelf.records.first(where: { $0.name == version || $0.seal.version == wanted.version }) {
      return Finding(
        .failed, "chain-changed", path: there.name, "the manifest of \(version) is not the one that the release after it names")
    }
    if let damaged = shelf.damaged.first(where: { $0.name == version }) {
      return Finding(
        .failed, "chain-changed", path: version, "the manifest of \(version) is not as one is written: \(damaged.reason)")
    }
    if belongsHere(version) {
      return Finding(.failed, "chain-missing", path: version, "the release \(version) is missing from the chain")
    }
    return Finding(
      .unchecked, "chain", "the release before, \(version), is not beside this one, so the chain was followed no further")
  }
}
