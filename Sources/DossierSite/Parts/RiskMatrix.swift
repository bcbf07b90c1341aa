import DossierAssessment
import DossierRecords

/// The matrix of five steps of likelihood and five steps of impact. The meaning of each cell is shown in words and not only as a
/// colour.
struct RiskMatrix: ViewModel {
  let caption: String
  /// The caption with figures. Nil if the caption has no figures.
  let counted: FigureSentence?
  let columns: [String]
  let rows: [Row]
  let legend: [String]

  static let view = View<RiskMatrix>(
    .text("caption", \.caption), .scope("counted", \.counted), .texts("columns", \.columns), .list("rows", \.rows),
    .texts("legend", \.legend))

  /// One step of impact.
  struct Row: ViewModel {
    let label: String
    let cells: [Cell]
    static let view = View<Row>(.text("label", \.label), .list("cells", \.cells))
  }

  /// One combination of likelihood and impact. `zone` is the CSS class of the cell. The owner of the system may accept scores in
  /// `zone-1`. No role may accept scores in `zone-3`.
  struct Cell: ViewModel {
    let zone: String
    let mark: String?
    let figure: FigureValue?
    let score: String
    static let view = View<Cell>(
      .text("zone", \.zone), .optional("mark", \.mark), .scope("figure", \.figure), .text("score", \.score))
  }

  /// The content of a cell in addition to its score.
  enum Mark {
    case words(String)
    case figure(FigureValue)
  }

  init(_ method: RiskMethod?, caption: String, counted: FigureSentence?, mark: (RiskScore) -> Mark?) {
    self.caption = caption
    self.counted = counted
    let likelihood = method?.likelihood ?? []
    let impact = method?.impact ?? []
    func step(_ value: Int, _ words: [String]) -> String {
      words.count == 5 ? "\(value) \(words[value - 1])" : String(value)
    }
    columns = (1...5).map { step($0, likelihood) }
    rows = (1...5).reversed().map { impactStep in
      Row(
        label: step(impactStep, impact),
        cells: (1...5).map { likelihoodStep in
          let score = RiskScore(likelihood: likelihoodStep, impact: impactStep)
          let (zone, value) = (RiskMatrix.zone(score, method), String(score.value))
          return switch mark(score) {
          case .words(let words)?: Cell(zone: zone, mark: words, figure: nil, score: value)
          case .figure(let figure)?: Cell(zone: zone, mark: nil, figure: figure, score: value)
          case nil: Cell(zone: zone, mark: nil, figure: nil, score: value)
          }
        })
    }
    legend = RiskMatrix.legend(method)
  }

  /// One line for each band that contains a score from 1 to 25.
  private static func legend(_ method: RiskMethod?) -> [String] {
    guard let acceptable = method?.acceptable?.value else { return [] }
    var legend = [RiskWords.acceptable(upTo: acceptable)]
    guard let tolerable = method?.tolerable?.value else { return legend }
    if acceptable < tolerable { legend.append(RiskWords.tolerable(from: acceptable + 1, to: tolerable)) }
    let highest = max(acceptable, tolerable)
    if highest < 25 { legend.append(RiskWords.intolerable(above: highest)) }
    return legend
  }

  /// The zone of a score. It is `zone-0` if `dossier.yaml` has no limits.
  static func zone(_ score: RiskScore, _ method: RiskMethod?) -> String {
    guard let acceptable = method?.acceptable?.value else { return "zone-0" }
    if score.value <= acceptable { return "zone-1" }
    guard let tolerable = method?.tolerable?.value else { return "zone-2" }
    return score.value <= tolerable ? "zone-2" : "zone-3"
  }

  /// The meaning of a score according to the limits of the organisation. Nil if the organisation has stated no limits.
  static func meaning(_ score: RiskScore, _ method: RiskMethod?) -> String? {
    switch zone(score, method) {
    case "zone-1": RiskWords.ownerMayAccept
    case "zone-2": RiskWords.roleMayAccept
    case "zone-3": RiskWords.noRoleMayAccept
    default: nil
    }
  }
}
