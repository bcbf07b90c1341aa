import CMarkGFM
import Synchronization

/// HTML rendered by libcmark-gfm with all GFM extensions except the tag filter. Tests compare the HTML of this program with
/// this result.
package func libraryHTML(_ bytes: [UInt8]) -> String {
  CMarkLibrary.prepare()
  return CMarkLibrary.strikethrough.withLock { _ in
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = unsafe buffer.bindMemory(to: CChar.self).baseAddress,
        let html = unsafe dossier_cmark_html(base, bytes.count)
      else { return "" }
      defer { unsafe dossier_cmark_free_html(html) }
      return unsafe String(cString: html)
    }
  }
}
