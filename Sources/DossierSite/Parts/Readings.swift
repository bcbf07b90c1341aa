import DossierRecords
import DossierText

/// Says beside a threshold or target where the readings stand and where it is told what was found in them: a page judges nothing itself.
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
        out.put("; what the checks say of them stands among the open points.")
      } else {
        out.put("No file of readings is named here.")
      }
      out.put("</p>")
    }
  }

  /// The remark on a register.
  static func remark(on kind: String) -> String? {
    switch kind {
    case Metric.name: "Readings are kept in the file each metric names; what the checks say of them stands among the open points."
    case Objective.name: "Readings are kept in the files of the metrics; a target missed by its day stands among the open points."
    default: nil
    }
  }

  private static func target(_ dossier: Dossier, _ position: Int, _ field: String) -> ReferenceGraph.Target? {
    dossier.graph.edges(from: .entry(position)).first { $0.site.field == field }?.target
  }
}
