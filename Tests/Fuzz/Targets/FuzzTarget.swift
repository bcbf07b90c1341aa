/// A part of the program that reads bytes from other people, with the properties that hold for every input.
///
/// The fuzzer and the test suite run the same targets. The raw value is the name of the target and of its folder in `Corpus`.
enum FuzzTarget: String, CaseIterable, Sendable {
  case allowedSigners = "allowed-signers"
  case citations
  case csv
  case frontMatter = "front-matter"
  case manifests
  case markdown
  case oscal
  case proofs
  case registers
  case templates
  case zip

  /// Describes the property that the input violates. Nil if all properties hold.
  func failure(on bytes: [UInt8]) -> String? {
    do {
      switch self {
      case .allowedSigners: try AllowedSignersTarget.run(bytes)
      case .citations: try CitationsTarget.run(bytes)
      case .csv: try CSVTarget.run(bytes)
      case .frontMatter: try FrontMatterTarget.run(bytes)
      case .manifests: try ManifestsTarget.run(bytes)
      case .markdown: try MarkdownTarget.run(bytes)
      case .oscal: try OSCALTarget.run(bytes)
      case .proofs: try ProofsTarget.run(bytes)
      case .registers: try RegistersTarget.run(bytes)
      case .templates: try TemplatesTarget.run(bytes)
      case .zip: try ZipTarget.run(bytes)
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}
