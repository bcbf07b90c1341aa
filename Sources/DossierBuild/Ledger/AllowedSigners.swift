package import DossierText

/// An OpenSSH allowed signers file, and the date for which the file is evaluated. The file lists who may sign with which key.
package struct AllowedSigners: Sendable {
  let bytes: [UInt8]
  /// The date for which the file is evaluated. Nil means now. The date cannot come from the signature, because an SSH signature
  /// contains no timestamp.
  let day: CivilDate?

  private static let largest = 1 << 20

  package init(_ path: String, on day: CivilDate? = nil) throws(EnvironmentError) {
    bytes = try InputFile(path, limit: AllowedSigners.largest).source.bytes
    guard bytes.count <= AllowedSigners.largest else {
      throw EnvironmentError("read \(path)", reason: "it is larger than 1 MiB, the limit for an allowed signers file")
    }
    self.day = day
  }

  init(_ bytes: [UInt8], on day: CivilDate) {
    self.bytes = bytes
    self.day = day
  }

  func on(_ day: CivilDate) -> AllowedSigners { AllowedSigners(bytes, on: day) }

  /// The date in words that can follow "the allowed signers file".
  var dayWords: String { day.map { "as of \($0)" } ?? "as of now" }

  /// The options for `ssh-keygen`. `ssh-keygen` takes `day` as the start of this day. A date without a time in the allowed
  /// signers file also means the start of the day.
  var options: [String] {
    guard let day else { return [] }
    return ["-Overify-time=\(day.description.filter { $0 != "-" })"]
  }
}
