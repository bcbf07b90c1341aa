import DossierMarkup
import DossierRecords
import DossierText

extension ReferenceSite {
  /// The part of the target after `catalogue:`. The whole target if there is no colon.
  var itemID: String {
    guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return target }
    return String(target[target.index(after: colon)...].drop { $0 == " " })
  }

  /// The path of a link, without the fragment and with percent-escapes decoded.
  var linkPath: String? {
    switch LinkTarget(target) {
    case .relative(let path, _), .absolute(let path, _): path
    default: nil
    }
  }

  /// The fragment of a link: the id of a heading or of a record in a register.
  var fragment: String? {
    switch LinkTarget(target) {
    case .relative(_, let fragment), .absolute(_, let fragment): fragment
    case .fragment(let fragment): fragment
    default: nil
    }
  }

  /// The place of the catalogue name before the colon.
  var placeOfCatalogue: Span? { split(UInt8(ascii: ":"))?.before }

  /// The place of the item id after the colon. If there is no colon, the place of the whole target.
  var placeOfItem: Span? {
    guard isVerbatim else { return nil }
    return Span(Int(span.upper) - itemID.utf8.count, Int(span.upper))
  }

  var placeOfFragment: Span? { split(UInt8(ascii: "#"))?.after }

  /// The part of the target before `#`, as written.
  var writtenPath: String { String(Substring(target.utf8.prefix { $0 != UInt8(ascii: "#") })) }

  /// The part of the target after `#`, as written. Empty if there is no `#`.
  var writtenFragment: String { String(Substring(target.utf8.drop { $0 != UInt8(ascii: "#") }.dropFirst())) }

  var placeOfPath: Span? { split(UInt8(ascii: "#"))?.before ?? (isVerbatim ? span : nil) }

  private func split(_ mark: UInt8) -> (before: Span, after: Span)? {
    guard isVerbatim else { return nil }
    let before = target.utf8.prefix { $0 != mark }.count
    guard before < target.utf8.count else { return nil }
    let start = Int(span.lower)
    return (Span(start, start + before), Span(start + before + 1, Int(span.upper)))
  }
}
