import DossierLedger
import DossierText
import Glibc

/// Follows the chain of previous releases from a release back to the first, among the releases in the same folder.
struct ChainFindings {
  private let name: String
  /// The path and name of the folder that contains this release and others.
  private let parentPath: String
  private let parentName: String
  /// The name of the parent folder in the path that the user gave. This name differs from `parentName` if the path contains a
  /// symbolic link.
  private let askedName: String

  init(path: String) throws(EnvironmentError) {
    guard let real = unsafe realpath(path, nil) else { throw EnvironmentError("find \(path)", SystemFailure(code: errno)) }
    defer { unsafe free(real) }
    let parts = unsafe String(cString: real).split(separator: "/").map(String.init)
    name = parts.last ?? ""
    parentPath = "/" + parts.dropLast().joined(separator: "/")
    parentName = parts.dropLast().last ?? ""
    askedName = path.split(separator: "/").filter { $0 != "." }.dropLast().last.map(String.init) ?? ""
  }

  /// Whether the release is in the `releases` folder of its workspace: next to its sources and without its site.
  var isBesideSources: Bool { [parentName, askedName].contains(SealedFolder.releases) }

  /// Whether this folder is itself the `releases` folder of a workspace.
  var isReleasesFolder: Bool { name == SealedFolder.releases }

  func of(_ manifest: Manifest) throws(EnvironmentError) -> [Finding] {
    let isNamed = [SealedFolder.releases, PublishedFolder.versions].contains(parentName)
    if isNamed, name != manifest.seal.version.description {
      return [
        Finding(
          .failed, "version-name", path: SealedFolder.manifest,
          "the folder is named \(TerminalText.visible(name)), but contains release \(manifest.seal.version)")
      ]
    }
    let index = try ReleaseIndex<Seal>(parentPath)
    // A missing release is an error only if it belongs in this folder. Every release belongs in the `releases` folder. A
    // version that a published folder lists belongs in the published folder.
    return ChainFindings.of(manifest.seal.previous, index: index, isNamed: isNamed) { version in
      parentName == SealedFolder.releases || PublishedFolder.lists(version, in: parentPath + "/..")
    }
  }

  /// Follows the chain among the releases of one package. `isWhole` means that every release of the chain must be present.
  static func of(_ previous: Seal.Previous?, index: ReleaseIndex<some ReleaseContent>, isWhole: Bool) -> [Finding] {
    of(previous, index: index, isNamed: true) { _ in isWhole }
  }

  /// `isNamed` means that each folder must have the name of its release.
  private static func of(
    _ previous: Seal.Previous?, index: ReleaseIndex<some ReleaseContent>, isNamed: Bool, belongsHere: (String) -> Bool
  ) -> [Finding] {
    guard var wanted = previous else {
      return [Finding(.proved, "chain", "the manifest has no previous release, so it begins the chain")]
    }
    var passed: [String] = []
    while passed.count <= index.releases.count {
      guard let release = index.release(wanted.manifest) else { return [broken(wanted, index, belongsHere)] }
      if isNamed, release.name != wanted.version.description {
        return [
          Finding(
            .failed, "chain-renamed", path: release.name,
            "release \(wanted.version) is in the folder \(TerminalText.visible(release.name))")
        ]
      }
      passed.append(wanted.version.description)
      guard let next = release.seal.previous else {
        return [
          Finding(
            .proved, "chain",
            "the chain is complete back to the first release: \(passed.joined(separator: ", ")); only their manifests were compared"
          )
        ]
      }
      wanted = next
    }
    return [Finding(.failed, "chain-circle", "the chain contains a cycle")]
  }

  private static func broken(
    _ wanted: Seal.Previous, _ index: ReleaseIndex<some ReleaseContent>, _ belongsHere: (String) -> Bool
  ) -> Finding {
    let version = wanted.version.description
    if let there = index.releases.first(where: { $0.name == version || $0.seal.version == wanted.version }) {
      return Finding(
        .failed, "chain-changed", path: there.name,
        "the manifest of \(version) does not have the digest that the next release gives for it")
    }
    if let reason = index.damage(of: version) {
      return Finding(
        .failed, "chain-changed", path: version, "the manifest of \(version) is malformed: \(reason)")
    }
    if belongsHere(version) {
      return Finding(.failed, "chain-missing", path: version, "the release \(version) is missing from the chain")
    }
    return Finding(
      .unchecked, "chain", "the previous release, \(version), is not in the same folder, so the chain was not checked further")
  }
}
