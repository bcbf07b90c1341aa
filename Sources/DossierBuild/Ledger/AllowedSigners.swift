package import DossierText

/// OpenSSH's file of who may sign with which key, read once, and the day that it is held against.
package struct AllowedSigners: Sendable {
  let bytes: [UInt8]
  /// Nil for the moment of the question. A signature does not carry when it was made.
  let day: CivilDate?

  private static let largest = 1 << 20

  package init(_ path: String, on day: CivilDate? = nil) throws(EnvironmentError) {
    bytes = try InputFile(path, limit: AllowedSigners.largest).source.bytes
    guard bytes.count <= AllowedSigners.largest else {
      throw EnvironmentError("read \(path)", reason: "it is larger than 1 MiB and so no file of allowed signers")
    }
    self.day = day
  }

  private init(_ bytes: [UInt8], on day: CivilDate) {
    self.bytes = bytes
    self.day = day
  }

  func on(_ day: CivilDate) -> AllowedSigners { AllowedSigners(bytes, on: day) }

  /// The day, as it follows on "the file of allowed signers".
  var dayWords: String { day.map { "as of \($0)" } ?? "as of now" }

  /// For `ssh-keygen`: the beginning of the day, as it takes the days of the file itself.
  var options: [String] {
    guard let day else { return [] }
    return ["-Overify-time=\(day.description.filter { $0 != "-" })"]
  }
}
