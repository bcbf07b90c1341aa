import CMarkGFM
import Synchronization

/// libcmark-gfm's own rendering, with every extension of GFM but the tag filter: what tests compare ours with.
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
