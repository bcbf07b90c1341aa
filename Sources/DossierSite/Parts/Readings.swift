import DossierRecords
import DossierText

/// Says beside a threshold or target that nothing here was held against it: the readings stand in files of their own.
enum Readings {
  /// The field the remark stands beside.
  static func field(of entry: Entry) -> String? {
    switch entry.kind.name {
    case Metric.name: ["threshold", "source", "unit"].first { entry.field($0) != nil }
    case Objective.name: "target"
    default: nil
    }
  }

  /// The remark on a metric's or an objective's own page.
  static func remark(_ linker: Linker, _ position: Int) -> HTML {
    let dossier = linker.site.dossier
    return HTML.build { out in
      out.put("<p class=\"note\">")
      var metric: Int? = position
      if dossier.entries[position].kind.name == Objective.name {
        metric = target(dossier, position, "metric").flatMap { if case .entry(let i) = $0 { i } else { nil } }
      }
      if let metric, case .file(let path)? = target(dossier, metric, "source.file"), let href = linker.href(.file(path)) {
        if metric == position {
          out.put("Its readings are kept in ")
        } else {
          out.put("The readings of ")
          linker.writeShort(metric, &out)
          out.put(" are kept in ")
        }
        out.link(href, "file") { $0.text(path.name) }
        out.put("; this edition does not evaluate them.")
      } else {
        out.put("No file of readings is named here, and this edition does not evaluate readings.")
      }
      out.put("</p>")
    }
  }

  /// The remark on a register.
  static func remark(on kind: String) -> String? {
    switch kind {
    case Metric.name: "Readings are kept in the file each metric names; this edition does not evaluate them."
    case Objective.name: "Readings are kept in the files of the metrics; this edition does not say whether a target is reached."
    default: nil
    }
  }

  private static func target(_ dossier: Dossier, _ position: Int, _ field: String) -> ReferenceGraph.Target? {
    dossier.graph.edges(from: .entry(position)).first { $0.site.field == field }?.target
  }
}
