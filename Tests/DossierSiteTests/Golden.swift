/// Expected pages, byte for byte. Change them only together with the code or template that changes the pages.
enum Golden {
  static let page = #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'none'; connect-src 'none'; object-src 'none'; frame-src 'none'">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>Note – Q &amp; A</title>
    <link rel="stylesheet" href="../assets/style.css">
    <script src="../assets/script.js" defer></script>
    </head>
    <body class="site">
    <a class="skip" href="#page.content">Skip to the content</a>
    <header class="site">
    <div class="bar">
    <p class="brand"><span class="organisation">Q &amp; A</span> <span class="system">Documents</span></p>
    <nav id="page.navigation" aria-label="Main">
    <ul>
    <li><a href="../index.html">Home</a></li>
    <li><a href="../statement-of-applicability.html">Statement of Applicability</a></li>
    <li><a href="../index.html#registers">Registers</a></li>
    <li><a href="../frameworks/index.html">Frameworks</a></li>
    <li><a href="index.html" aria-current="page">Pages</a></li>
    <li><a href="../issues-to-fix.html">Issues to fix</a></li>
    </ul>
    </nav>
    </div>
    </header>
    <main id="page.content" class="page">
    <nav class="crumbs" aria-label="Breadcrumbs">
    <ol>
    <li><a href="../index.html">Home</a></li>
    <li><a href="index.html">Pages</a></li>
    </ol>
    </nav>
    <header class="title">
    <h1 class="heading" id="note" dir="auto">Note</h1>
    </header>
    <div class="with-aside">
    <div class="aside">
    <section id="page.source" class="source">
    <p class="label">Source</p>
    <p><code>n.md</code></p>
    <p class="label">SHA-256 of the file</p>
    <p><code class="digest">da52169f1bff1900f8e294b27736160baa560aede93791bcd51f0fd1c468004e</code></p>
    </section>
    </div>
    <article>
    <div id="page.text" class="prose">
    <p>Hello <em>you</em>.</p>

    </div>
    </article>
    </div>
    </main>
    <footer class="site">
    <p>Q &amp; A <span class="divider">·</span> as of <time datetime="2026-10-31">31 October 2026</time> <span class="divider">·</span> created with dossier 0 <span class="divider">·</span> <a href="../words.html">Words of this site</a> <span class="divider">·</span> <a href="../integrity.html">Integrity</a></p>
    </footer>
    </body>
    </html>

    """#
}
