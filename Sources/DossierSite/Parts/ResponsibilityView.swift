import DossierAssessment
import DossierRecords

/// The responsibility for a control: first the value in the SoA line, then the value in the record of each supplier.
enum ResponsibilityView {
  /// `written` is the value of the SoA line. `absent` is shown if the line has no value.
  static func html(
    _ linker: Linker, _ found: ControlResponsibility, written: String?, absent: String, isApplicable: Bool?
  ) -> HTML {
    HTML.build { out in
      if let written {
        out.text(found.parts.isEmpty ? Wording.words(written) : ResponsibilityWords.line(Wording.words(written)))
      } else if isApplicable == false, found.parts.isEmpty {
        out.element("span", "none", SiteWords.none)
      } else {
        out.element("span", found.parts.isEmpty ? "none" : "badge poor", absent)
      }
      guard !found.parts.isEmpty else { return }
      out.put("<ul class=\"plain parties\">")
      for part in found.parts {
        out.put("<li>")
        write(linker, part, &out)
        out.put("</li>")
      }
      out.put("</ul>")
    }
  }

  private static func write(_ linker: Linker, _ part: ControlResponsibility.Part, _ out: inout [UInt8]) {
    let entry = linker.site.dossier.entries[part.position]
    out.text(ResponsibilityWords.with)
    out.link(linker.entryHref(part.position), "ref \(entry.kind.name)", title: entry.id) { $0.text(entry.title) }
    StatusNote.write(linker.site, part.position, &out)
    out.text(": ")
    guard let party = part.party else {
      let words =
        entry.record == nil
        ? SiteWords.recordWithErrors : part.site == nil ? ResponsibilityWords.unrecorded : SiteWords.cannotBeRead
      return out.element("span", "note", words)
    }
    guard part.isContradicted else { return out.element("span", "note", ResponsibilityWords.words(party)) }
    out.element("span", "badge poor", ResponsibilityWords.contradiction(ResponsibilityWords.words(party)))
  }
}
