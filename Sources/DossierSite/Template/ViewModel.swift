/// The values of a view model for a template, in the order of their declaration.
struct Scope: Sendable {
  let values: [TemplateValue]
}

/// One value for a template.
enum TemplateValue: Sendable {
  case text(String)
  case link(Href)
  case html(HTML)
  case flag(Bool)
  case list([Scope])
  case scope(Scope?)
}

/// The final values of a page or of a part of a page: dates are formatted, links are relative, and lists are sorted.
///
/// A view model declares each binding once.
protocol ViewModel: Sendable {
  static var view: View<Self> { get }
}

/// The names and types of the values of a view model. When a template is loaded, it is checked against these names and types.
struct ViewShape: Sendable {
  let names: [String]
  let types: [ValueType]

  indirect enum ValueType: Sendable {
    case text, link, html, flag
    case list(ViewShape)
    case scope(ViewShape)
  }

  func slot(of name: String) -> Int? { names.firstIndex(of: name) }

  /// The shape of an item in a list of texts: `{{.}}`.
  static let item = ViewShape(names: ["."], types: [.text])
}

/// A name that a template can use, and a function that reads the value for this name from the view model.
struct Binding<Model: Sendable>: Sendable {
  let name: String
  let type: ViewShape.ValueType
  let read: @Sendable (Model) -> TemplateValue

  private init(_ name: String, _ type: ViewShape.ValueType, _ read: @escaping @Sendable (Model) -> TemplateValue) {
    self.name = name
    self.type = type
    self.read = read
  }

  static func text(_ name: String, _ read: @escaping @Sendable (Model) -> String) -> Binding {
    Binding(name, .text) { .text(read($0)) }
  }

  /// An optional text. In the template, a section prints the text with `{{.}}`. An inverted section is printed if the text is
  /// missing.
  static func optional(_ name: String, _ read: @escaping @Sendable (Model) -> String?) -> Binding {
    Binding(name, .scope(.item)) { model in .scope(read(model).map { Scope(values: [.text($0)]) }) }
  }

  static func number(_ name: String, _ read: @escaping @Sendable (Model) -> Int) -> Binding {
    Binding(name, .text) { .text(String(read($0))) }
  }

  static func link(_ name: String, _ read: @escaping @Sendable (Model) -> Href) -> Binding {
    Binding(name, .link) { .link(read($0)) }
  }

  static func html(_ name: String, _ read: @escaping @Sendable (Model) -> HTML) -> Binding {
    Binding(name, .html) { .html(read($0)) }
  }

  static func flag(_ name: String, _ read: @escaping @Sendable (Model) -> Bool) -> Binding {
    Binding(name, .flag) { .flag(read($0)) }
  }

  static func texts(_ name: String, _ read: @escaping @Sendable (Model) -> [String]) -> Binding {
    Binding(name, .list(.item)) { model in .list(read(model).map { Scope(values: [.text($0)]) }) }
  }

  static func list<Item: ViewModel>(_ name: String, _ read: @escaping @Sendable (Model) -> [Item]) -> Binding {
    let view = Item.view
    return Binding(name, .list(view.shape)) { model in .list(read(model).map(view.scope)) }
  }

  static func scope<Item: ViewModel>(_ name: String, _ read: @escaping @Sendable (Model) -> Item?) -> Binding {
    let view = Item.view
    return Binding(name, .scope(view.shape)) { model in .scope(read(model).map(view.scope)) }
  }
}

/// The bindings of a view model, in order.
struct View<Model: Sendable>: Sendable {
  let shape: ViewShape
  private let reads: [@Sendable (Model) -> TemplateValue]

  init(_ bindings: Binding<Model>...) {
    shape = ViewShape(names: bindings.map(\.name), types: bindings.map(\.type))
    reads = bindings.map(\.read)
  }

  func scope(of model: Model) -> Scope { Scope(values: reads.map { $0(model) }) }
}
