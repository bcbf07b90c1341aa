import DossierLedger
import DossierText
import Testing

@Suite struct SignatureArmourTests {
  @Test func `a signature from OpenSSH is canonical`() {
    // Made with `ssh-keygen -Y sign`: 185 bytes, so that the last line is short.
    let text = """
      -----BEGIN SSH SIGNATURE-----
      U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg2ebPYNywQ7I9h0pIynje8v7KxT
      VssUjya34pSbYt6E4AAAAPZG9zc2llci1yZWxlYXNlAAAAAAAAAAZzaGE1MTIAAABTAAAA
      C3NzaC1lZDI1NTE5AAAAQIZSvvEP3c+/c7inUnck8tBxFXcGJtPzgAOle/ZLU981ojhYg0
      Z/jqW0CXIM2U/yaxd4k88DjSmfEFrk/C8dQgE=
      -----END SSH SIGNATURE-----

      """
    #expect(SignatureArmor.isCanonical(Array(text.utf8)))
  }

  /// The lengths include whole numbers of lines and the lengths around them.
  @Test func `a signature of any length is canonical`() {
    for count in 0...120 { #expect(SignatureArmor.isCanonical(Sample.signature(bytes: count))) }
  }

  @Test func `every other form is refused`() {
    let whole = Sample.signature()
    let text = String(decoding: whole, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let others = [
      text + "\n", text + "x\n", "\n" + text, "x\n" + text, text + text, String(text.dropLast()), String(text.dropLast()) + "X",
      text.replacing("\n", with: "\r\n"),
      lines[0] + "\n" + lines.dropFirst().dropLast(2).joined() + "\n-----END SSH SIGNATURE-----\n",
      text.replacing(lines[1], with: lines[1] + " "), text.replacing(lines[1], with: lines[1] + "\n"), "",
      "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
    ]
    for other in others { #expect(!SignatureArmor.isCanonical(Array(other.utf8)), "\(other)") }
    for i in whole.indices {
      #expect(!SignatureArmor.isCanonical(Array(whole[..<i])))
      #expect(!SignatureArmor.isCanonical(Array(whole[..<i]) + [0x20] + whole[i...]))
    }
  }

  /// `ssh-keygen` does not check the reserved field.
  @Test func `hidden bytes in a signature are refused`() {
    #expect(!SignatureArmor.isCanonical(Sample.signature(reserved: [0x78])))
    #expect(!SignatureArmor.isCanonical(Sample.signature(after: [0x78])))
    #expect(!SignatureArmor.isCanonical(Sample.signature(after: [0, 0, 0, 0])))
    #expect(!SignatureArmor.isCanonical(SignatureArmor.armored(Array("SSHSIG".utf8))))
  }
}
