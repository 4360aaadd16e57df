<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AboutProduct</name>
    <message>
        <source>How to redeem</source>
        <translation>So wird eingelöst</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>The provider tells nothing more about this product.</source>
        <translation>Der Anbieter sagt zu diesem Produkt nichts weiter.</translation>
    </message>
</context>
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation>Über das Programm</translation>
    </message>
    <message>
        <source>The gift card till: digital gift cards at the counter.</source>
        <translation>Die Geschenkkarten-Kasse: digitale Geschenkkarten an der Ladentheke.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>These parts are used under their own licences:</source>
        <translation>Diese Teile stehen unter ihren eigenen Lizenzen:</translation>
    </message>
    <message>
        <source>Qt and PySide6 are loaded as separate libraries, unchanged; you may replace them with your own build of the same version.</source>
        <translation>Qt und PySide6 werden als eigene Bibliotheken unverändert geladen; Sie dürfen sie durch eine selbst gebaute Fassung derselben Version ersetzen.</translation>
    </message>
    <message>
        <source>Show all licence texts</source>
        <translation>Alle Lizenztexte zeigen</translation>
    </message>
    <message>
        <source>Licence texts</source>
        <translation>Lizenztexte</translation>
    </message>
    <message>
        <source>This program runs from source: the texts lie with each library in the folder .venv, and with the fonts and icons in the folder resources.</source>
        <translation>Dieses Programm läuft aus dem Quelltext: Die Texte liegen bei jeder Bibliothek im Ordner .venv und bei den Schriften und Symbolen im Ordner resources.</translation>
    </message>
</context>
<context>
    <name>AmountDialog</name>
    <message>
        <source>Fixed amounts</source>
        <translation>Feste Beträge</translation>
    </message>
    <message>
        <source>Usual amounts</source>
        <translation>Übliche Beträge</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Repeat e-mail address</source>
        <translation>E-Mail-Adresse wiederholen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add to cart</source>
        <translation>In den Warenkorb</translation>
    </message>
    <message>
        <source>No favourite</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Make a favourite</source>
        <translation>Als Favorit merken</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Ziffernblock</translation>
    </message>
    <message>
        <source>About the card</source>
        <translation>Über die Karte</translation>
    </message>
    <message>
        <source>The two addresses are not the same.</source>
        <translation>Die beiden Adressen sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>ApprovalSheet</name>
    <message>
        <source>To invalidate a card.</source>
        <translation>Um eine Karte zu entwerten.</translation>
    </message>
    <message>
        <source>To show the code of a card.</source>
        <translation>Um den Code einer Karte zu zeigen.</translation>
    </message>
    <message>
        <source>To print a copy of a slip.</source>
        <translation>Um eine Kopie eines Belegs zu drucken.</translation>
    </message>
    <message>
        <source>To close an open case.</source>
        <translation>Um einen offenen Fall abzuschließen.</translation>
    </message>
    <message>
        <source>To change the settings.</source>
        <translation>Um die Einstellungen zu ändern.</translation>
    </message>
    <message>
        <source>To sell above the owner&apos;s limit.</source>
        <translation>Um über der festgelegten Grenze zu verkaufen.</translation>
    </message>
    <message>
        <source>To refund before the provider has taken the e-mail card back.</source>
        <translation>Um zurückzuzahlen, bevor der Anbieter die E-Mail-Karte zurückgenommen hat.</translation>
    </message>
    <message>
        <source>A manager approves</source>
        <translation>Freigabe durch die Leitung</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Manager PIN</source>
        <translation>PIN der Leitung</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>BalanceSection</name>
    <message>
        <source>Below your warning level of %1. Top it up.</source>
        <translation>Unter Ihrer Warnschwelle von %1. Bitte aufladen.</translation>
    </message>
    <message>
        <source>No warning level is set. Set one under Limits and lock.</source>
        <translation>Es ist keine Warnschwelle gesetzt. Setzen Sie eine unter Grenzen und Sperre.</translation>
    </message>
    <message numerus="yes">
        <source>Went out in %n day(s)</source>
        <translation>
            <numerusform>Abgang in %n Tag</numerusform>
            <numerusform>Abgang in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Came in: %1</source>
        <translation>Zugang: %1</translation>
    </message>
    <message numerus="yes">
        <source>Lasts about %n day(s) at this pace</source>
        <translation>
            <numerusform>Reicht bei diesem Tempo etwa %n Tag</numerusform>
            <numerusform>Reicht bei diesem Tempo etwa %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>What the shop has at the provider. Every card is paid from it.</source>
        <translation>Was das Geschäft beim Anbieter hat. Jede Karte wird daraus bezahlt.</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt abfragen</translation>
    </message>
    <message>
        <source>Available now</source>
        <translation>Jetzt verfügbar</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Tiefststand</translation>
    </message>
    <message>
        <source>Changes of the balance</source>
        <translation>Änderungen des Guthabens</translation>
    </message>
    <message>
        <source>No balance is known yet</source>
        <translation>Noch ist kein Guthaben bekannt</translation>
    </message>
    <message>
        <source>It is asked for every few minutes and kept here.</source>
        <translation>Es wird alle paar Minuten abgefragt und hier aufgehoben.</translation>
    </message>
</context>
<context>
    <name>BrowseView</name>
    <message>
        <source>Reading the catalogue …</source>
        <translation>Der Katalog wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>could not be read anew</source>
        <translation>konnte nicht neu gelesen werden</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
    <message>
        <source>Try fewer letters or another spelling.</source>
        <translation>Versuchen Sie es mit weniger Buchstaben oder anderer Schreibweise.</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>Alle Produkte zeigen</translation>
    </message>
    <message>
        <source>The catalogue can&apos;t be read</source>
        <translation>Der Katalog kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No products</source>
        <translation>Keine Produkte</translation>
    </message>
    <message>
        <source>The provider offers none here.</source>
        <translation>Der Anbieter bietet hier keine an.</translation>
    </message>
    <message>
        <source>The first time takes a few seconds.</source>
        <translation>Das erste Mal dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>Search products: type anywhere</source>
        <translation>Produkte suchen: einfach lostippen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Refresh catalogue</source>
        <translation>Katalog neu lesen</translation>
    </message>
</context>
<context>
    <name>CartView</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parked cart(s)</source>
        <translation>
            <numerusform>%n geparkter Warenkorb</numerusform>
            <numerusform>%n geparkte Warenkörbe</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider balance is not known yet.</source>
        <translation>Das Guthaben beim Anbieter ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The provider balance is too low by %1.</source>
        <translation>Dem Guthaben beim Anbieter fehlen %1.</translation>
    </message>
    <message>
        <source>Enough for this sale, but only %1 left after it. Tell the manager.</source>
        <translation>Reicht für diesen Verkauf, aber danach bleiben nur %1. Sagen Sie es der Leitung.</translation>
    </message>
    <message>
        <source>Enough for this sale: %1 left after it</source>
        <translation>Reicht für diesen Verkauf: danach noch %1</translation>
    </message>
    <message>
        <source>(being asked for)</source>
        <translation>(wird abgefragt)</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>The cart is empty</source>
        <translation>Der Warenkorb ist leer</translation>
    </message>
    <message>
        <source>Type, scan or tap a product.</source>
        <translation>Produkt eintippen, scannen oder antippen.</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
</context>
<context>
    <name>CaseDetail</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Product code</source>
        <translation>Produktcode</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>First sent</source>
        <translation>Zuerst gesendet</translation>
    </message>
    <message>
        <source>Asked by itself until</source>
        <translation>Fragt selbst bis</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Give up and refund</source>
        <translation>Aufgeben und zurückzahlen</translation>
    </message>
    <message>
        <source>Order now</source>
        <translation>Jetzt bestellen</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>Neu bestellen</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>Entwerten</translation>
    </message>
    <message>
        <source>Refund paid</source>
        <translation>Rückzahlung geleistet</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Fall abschließen</translation>
    </message>
    <message>
        <source>Copy these facts</source>
        <translation>Angaben kopieren</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>Wählen Sie einen Fall</translation>
    </message>
    <message>
        <source>It says what to do next.</source>
        <translation>Dort steht, was als Nächstes zu tun ist.</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message numerus="yes">
        <source>%n card(s) not finished</source>
        <translation>
            <numerusform>%n Karte nicht abgeschlossen</numerusform>
            <numerusform>%n Karten nicht abgeschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n dringend</numerusform>
            <numerusform>%n dringend</numerusform>
        </translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Offene Fälle</translation>
    </message>
    <message>
        <source>Case list</source>
        <translation>Liste der Fälle</translation>
    </message>
    <message>
        <source>No open cases</source>
        <translation>Keine offenen Fälle</translation>
    </message>
    <message>
        <source>Every card is with its customer, every refund is paid.</source>
        <translation>Jede Karte ist übergeben, jede Rückzahlung geleistet.</translation>
    </message>
</context>
<context>
    <name>CategoryBar</name>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recently sold</source>
        <translation>Zuletzt verkauft</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Earlier categories</source>
        <translation>Vorherige Kategorien</translation>
    </message>
    <message>
        <source>More categories</source>
        <translation>Weitere Kategorien</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
</context>
<context>
    <name>CheckUpSection</name>
    <message>
        <source>Nothing has been looked at yet. Press Check now.</source>
        <translation>Noch nichts geprüft. Drücken Sie Jetzt prüfen.</translation>
    </message>
    <message>
        <source>Looking at everything a sale needs …</source>
        <translation>Alles, was ein Verkauf braucht, wird geprüft …</translation>
    </message>
    <message>
        <source>This till can&apos;t sell. Do first what stops sales.</source>
        <translation>Diese Kasse kann nicht verkaufen. Erledigen Sie zuerst, was den Verkauf verhindert.</translation>
    </message>
    <message>
        <source>This till can sell. Some things need a look.</source>
        <translation>Diese Kasse kann verkaufen. Einiges sollte jemand ansehen.</translation>
    </message>
    <message>
        <source>This till can sell.</source>
        <translation>Diese Kasse kann verkaufen.</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Can this till sell? Nothing is changed, and nothing is bought.</source>
        <translation>Kann diese Kasse verkaufen? Es wird nichts geändert und nichts gekauft.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Try it in training</source>
        <translation>In der Schulung ausprobieren</translation>
    </message>
    <message>
        <source>Sell invented cards with no value, play network troubles, print real slips. Nothing leaves this computer.</source>
        <translation>Verkaufen Sie erfundene Karten ohne Wert, spielen Sie Netzstörungen durch, drucken Sie echte Belege. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Schulung starten</translation>
    </message>
    <message>
        <source>Connect this till</source>
        <translation>Diese Kasse anschließen</translation>
    </message>
    <message>
        <source>Needs the provider&apos;s address, the client id and the client secret. The connection is tested before anything is stored.</source>
        <translation>Dafür brauchen Sie die Adresse des Anbieters, die Client-ID und das Client-Secret. Die Verbindung wird geprüft, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Anschließen</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>Please leave the computer on. The window closes by itself.</source>
        <translation>Bitte lassen Sie den Computer an. Das Fenster schließt sich von selbst.</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>The connection did not work, see above. Correct the account, or set the till up without a connection.</source>
        <translation>Die Verbindung hat nicht geklappt, siehe oben. Berichtigen Sie die Zugangsdaten, oder richten Sie die Kasse ohne Verbindung ein.</translation>
    </message>
    <message>
        <source>Set up without a connection</source>
        <translation>Ohne Verbindung einrichten</translation>
    </message>
    <message>
        <source>Set up this till</source>
        <translation>Kasse einrichten</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>Die beiden PINs sind verschieden.</translation>
    </message>
    <message>
        <source>Connect this till</source>
        <translation>Diese Kasse anschließen</translation>
    </message>
    <message>
        <source>Nothing is stored before the last button.</source>
        <translation>Vor dem letzten Knopf wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>First manager</source>
        <translation>Erste Leitung</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>Name des Geschäfts</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Manager&apos;s name</source>
        <translation>Name der Leitung</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>4 to 12 digits</source>
        <translation>4 bis 12 Ziffern</translation>
    </message>
    <message>
        <source>Repeat PIN</source>
        <translation>PIN wiederholen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung steht.</translation>
    </message>
    <message>
        <source>The balance is %1.</source>
        <translation>Das Guthaben beträgt %1.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Minute vor.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Minuten vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Minute nach.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Minuten nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>Adresse des Anbieters</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Asking the provider</source>
        <translation>Der Anbieter wird gefragt</translation>
    </message>
</context>
<context>
    <name>DayPresenter</name>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Day %1 has ended. The next sale opens a new day.</source>
        <translation>Tag %1 ist abgeschlossen. Der nächste Verkauf öffnet einen neuen Tag.</translation>
    </message>
    <message>
        <source>The report has been printed.</source>
        <translation>Der Bericht ist gedruckt.</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>No day is open.</source>
        <translation>Kein Tag ist offen.</translation>
    </message>
    <message>
        <source>Open since %1</source>
        <translation>Offen seit %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>End day</source>
        <translation>Tag abschließen</translation>
    </message>
    <message>
        <source>Print report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Voucher sales at face value: no turnover of this shop.</source>
        <translation>Gutscheinverkäufe zum Nennwert: kein Umsatz dieses Geschäfts.</translation>
    </message>
    <message>
        <source>Paid at the main till</source>
        <translation>An der Hauptkasse bezahlt</translation>
    </message>
    <message>
        <source>Cards delivered</source>
        <translation>Karten geliefert</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Offene Fälle</translation>
    </message>
    <message>
        <source>Refunds due</source>
        <translation>Rückzahlungen offen</translation>
    </message>
    <message>
        <source>Refunds paid</source>
        <translation>Rückzahlungen geleistet</translation>
    </message>
    <message>
        <source>Voids</source>
        <translation>Stornos</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Paid, by cashier</source>
        <translation>Bezahlt, je Person</translation>
    </message>
    <message>
        <source>Delivered, by brand</source>
        <translation>Geliefert, je Marke</translation>
    </message>
    <message>
        <source>Nothing has been sold yet</source>
        <translation>Noch nichts verkauft</translation>
    </message>
    <message>
        <source>The day opens by itself with the first sale, and its sums appear here.</source>
        <translation>Der Tag öffnet sich von selbst mit dem ersten Verkauf; hier stehen dann seine Summen.</translation>
    </message>
</context>
<context>
    <name>FirstStartWindow</name>
    <message>
        <source>Gift card till</source>
        <translation>Geschenkkarten-Kasse</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>This till sells digital gift cards. It has not been set up yet: try it first, or connect it to the provider.</source>
        <translation>Diese Kasse verkauft digitale Geschenkkarten. Sie ist noch nicht eingerichtet: Probieren Sie sie zuerst aus, oder schließen Sie sie an den Anbieter an.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys on this screen</source>
        <translation>Tasten auf diesem Bildschirm</translation>
    </message>
    <message>
        <source>Everything works with the keyboard alone, and with touch alone.</source>
        <translation>Alles geht nur mit der Tastatur, und alles geht nur mit dem Finger.</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In lists and fields</source>
        <translation>In Listen und Feldern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Next field or button</source>
        <translation>Nächstes Feld oder nächster Knopf</translation>
    </message>
    <message>
        <source>Choose in a list</source>
        <translation>In einer Liste wählen</translation>
    </message>
    <message>
        <source>Press the main button</source>
        <translation>Den Hauptknopf drücken</translation>
    </message>
    <message>
        <source>One step back, close a dialog</source>
        <translation>Einen Schritt zurück, Dialog schließen</translation>
    </message>
    <message>
        <source>Undo, or what a notice offers</source>
        <translation>Rückgängig, oder was ein Hinweis anbietet</translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message>
        <source>Unknown barcode %1</source>
        <translation>Unbekannter Barcode %1</translation>
    </message>
    <message>
        <source>Choose the product that this label stands for. A manager confirms it once; from then on a scan opens the product.</source>
        <translation>Wählen Sie das Produkt, für das dieses Etikett steht. Die Leitung bestätigt es einmal; danach öffnet ein Scan das Produkt.</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>Katalog durchsuchen</translation>
    </message>
    <message>
        <source>Matching products</source>
        <translation>Passende Produkte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Learn the label</source>
        <translation>Etikett merken</translation>
    </message>
</context>
<context>
    <name>LabelsSection</name>
    <message>
        <source>No longer in the catalogue</source>
        <translation>Nicht mehr im Katalog</translation>
    </message>
    <message>
        <source>Shelf labels</source>
        <translation>Regaletiketten</translation>
    </message>
    <message>
        <source>Barcodes on the shelf and the products that they open.</source>
        <translation>Barcodes am Regal und die Produkte, die sie öffnen.</translation>
    </message>
    <message>
        <source>None yet. Scan a label on the Sell page: a manager says what it stands for.</source>
        <translation>Noch keine. Scannen Sie ein Etikett auf der Seite Verkaufen: Die Leitung sagt, wofür es steht.</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Etikett entfernen</translation>
    </message>
</context>
<context>
    <name>LimitsSection</name>
    <message>
        <source>Limits and lock</source>
        <translation>Grenzen und Sperre</translation>
    </message>
    <message>
        <source>Above these amounts a manager approves. Empty means no limit.</source>
        <translation>Über diesen Beträgen gibt eine Leitung frei. Leer heißt: keine Grenze.</translation>
    </message>
    <message>
        <source>Limit for one card</source>
        <translation>Grenze für eine Karte</translation>
    </message>
    <message>
        <source>Limit for one sale</source>
        <translation>Grenze für einen Verkauf</translation>
    </message>
    <message>
        <source>Warn when the balance falls below</source>
        <translation>Warnen, wenn das Guthaben darunter fällt</translation>
    </message>
    <message>
        <source>Days until codes are erased</source>
        <translation>Tage, bis Codes gelöscht werden</translation>
    </message>
    <message>
        <source>days after the hand-over, codes are erased here</source>
        <translation>Tage nach der Übergabe werden Codes hier gelöscht</translation>
    </message>
    <message>
        <source>Lock when nobody touches the till</source>
        <translation>Sperren, wenn niemand die Kasse bedient</translation>
    </message>
    <message>
        <source>Minutes until the till locks</source>
        <translation>Minuten, bis die Kasse sperrt</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Till %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>Who is at the till?</source>
        <translation>Wer ist an der Kasse?</translation>
    </message>
    <message>
        <source>TRAINING – no value</source>
        <translation>SCHULUNG – ohne Wert</translation>
    </message>
    <message>
        <source>Sign-ins for training</source>
        <translation>Anmeldungen für die Schulung</translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Language and colours</source>
        <translation>Sprache und Farben</translation>
    </message>
    <message>
        <source>Both change at once, without a restart.</source>
        <translation>Beides ändert sich sofort, ohne Neustart.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>LostSlipSheet</name>
    <message>
        <source>Lost slip</source>
        <translation>Beleg verloren</translation>
    </message>
    <message>
        <source>When was the card bought, and which brand? The latest sales come first.</source>
        <translation>Wann wurde die Karte gekauft, und von welcher Marke? Die letzten Verkäufe stehen oben.</translation>
    </message>
    <message>
        <source>Ask the issuer whether it was redeemed before you print a copy: whoever found the slip can spend the card. A manager approves, and the copy is marked as one.</source>
        <translation>Fragen Sie vor der Kopie den Herausgeber, ob die Karte eingelöst wurde: Wer den Beleg gefunden hat, kann sie ausgeben. Die Leitung genehmigt, und die Kopie ist als solche gekennzeichnet.</translation>
    </message>
    <message>
        <source>Brand, amount or sale number</source>
        <translation>Marke, Betrag oder Verkaufsnummer</translation>
    </message>
    <message>
        <source>Last sales</source>
        <translation>Letzte Verkäufe</translation>
    </message>
    <message>
        <source>No card of which a copy can be printed.</source>
        <translation>Keine Karte, von der eine Kopie gedruckt werden kann.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Eine Kopie drucken</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Gift card till</source>
        <translation>Geschenkkarten-Kasse</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>SCHULUNG</translation>
    </message>
</context>
<context>
    <name>OpenCasesCard</name>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open cases and unconfirmed slips</source>
        <translation>Offene Fälle und unbestätigte Belege</translation>
    </message>
</context>
<context>
    <name>OrderDetailView</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Refund receipt</source>
        <translation>Bon der Rückzahlung</translation>
    </message>
    <message>
        <source>Print copy</source>
        <translation>Kopie drucken</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Code zeigen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>Entwerten</translation>
    </message>
    <message>
        <source>Press and hold</source>
        <translation>Gedrückt halten</translation>
    </message>
    <message>
        <source>What happened, the latest first</source>
        <translation>Was geschah, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Choose an order</source>
        <translation>Wählen Sie eine Bestellung</translation>
    </message>
    <message>
        <source>Its whole story is here.</source>
        <translation>Hier steht ihre ganze Geschichte.</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>No order found for “%1”</source>
        <translation>Keine Bestellung gefunden für „%1“</translation>
    </message>
    <message>
        <source>Search by sale number, brand, amount or the end of a code.</source>
        <translation>Suchen Sie nach Verkaufsnummer, Marke, Betrag oder dem Ende eines Codes.</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Bestellungen</translation>
    </message>
    <message>
        <source>Sold cards appear here.</source>
        <translation>Verkaufte Karten erscheinen hier.</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Bestellungen suchen</translation>
    </message>
    <message>
        <source>Number, brand, amount</source>
        <translation>Nummer, Marke, Betrag</translation>
    </message>
    <message>
        <source>Lost slip</source>
        <translation>Beleg verloren</translation>
    </message>
    <message>
        <source>Order list</source>
        <translation>Liste der Bestellungen</translation>
    </message>
</context>
<context>
    <name>ParkedSheet</name>
    <message>
        <source>The cart on screen is parked in its place.</source>
        <translation>Der Warenkorb auf dem Bildschirm wird dafür geparkt.</translation>
    </message>
    <message>
        <source>Parked carts</source>
        <translation>Geparkte Warenkörbe</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentView</name>
    <message numerus="yes">
        <source>%n card(s), to pay at the main till</source>
        <translation>
            <numerusform>%n Karte, an der Hauptkasse zu bezahlen</numerusform>
            <numerusform>%n Karten, an der Hauptkasse zu bezahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Barcode for the main till</source>
        <translation>Strichcode für die Hauptkasse</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>The provider balance is only %1. Cards may fail, and their money goes back.</source>
        <translation>Das Guthaben beim Anbieter beträgt nur %1. Karten können fehlschlagen; ihr Geld geht dann zurück.</translation>
    </message>
    <message>
        <source>The provider balance is not known now. If it is too low, cards fail and their money goes back.</source>
        <translation>Das Guthaben beim Anbieter ist gerade nicht bekannt. Ist es zu niedrig, schlagen Karten fehl, und ihr Geld geht zurück.</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Bezahlung</translation>
    </message>
    <message>
        <source>The customer pays at the main till. Check brand, amount and number with them, then confirm once the money is there.</source>
        <translation>Die Kundin oder der Kunde bezahlt an der Hauptkasse. Prüfen Sie gemeinsam Marke, Betrag und Anzahl, und bestätigen Sie, sobald das Geld da ist.</translation>
    </message>
    <message>
        <source>Slips in</source>
        <translation>Belege auf</translation>
    </message>
    <message>
        <source>Slip language</source>
        <translation>Sprache der Belege</translation>
    </message>
    <message>
        <source>Print payment slip</source>
        <translation>Zahlbeleg drucken</translation>
    </message>
    <message>
        <source>Back to cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Confirm payment</source>
        <translation>Zahlung bestätigen</translation>
    </message>
</context>
<context>
    <name>PeoplePresenter</name>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>New PIN for %1</source>
        <translation>Neue PIN für %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kassenpersonal</translation>
    </message>
    <message>
        <source>%1, may not sign in</source>
        <translation>%1, darf sich nicht anmelden</translation>
    </message>
    <message>
        <source>Make a cashier</source>
        <translation>Zum Kassenpersonal machen</translation>
    </message>
    <message>
        <source>Make a manager</source>
        <translation>Zur Leitung machen</translation>
    </message>
    <message>
        <source>Bar from signing in</source>
        <translation>Anmelden sperren</translation>
    </message>
    <message>
        <source>Allow signing in</source>
        <translation>Anmelden erlauben</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Everybody signs in with a PIN of their own.</source>
        <translation>Alle melden sich mit ihrer eigenen PIN an.</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Reset PIN</source>
        <translation>PIN neu setzen</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>Eine PIN hat 4 bis 12 Ziffern.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>Repeat PIN</source>
        <translation>PIN wiederholen</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kassenpersonal</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>Die beiden PINs sind verschieden.</translation>
    </message>
</context>
<context>
    <name>PrintingSection</name>
    <message>
        <source>Looking for printers</source>
        <translation>Drucker werden gesucht</translation>
    </message>
    <message>
        <source>This computer has no printer set up</source>
        <translation>Auf diesem Computer ist kein Drucker eingerichtet</translation>
    </message>
    <message>
        <source>Add one in the system&apos;s settings, then look again.</source>
        <translation>Fügen Sie einen in den Systemeinstellungen hinzu, und suchen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Slips print by themselves. The test page uses what is saved.</source>
        <translation>Belege werden von selbst gedruckt. Die Testseite nutzt, was gespeichert ist.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>System printer</source>
        <translation>Systemdrucker</translation>
    </message>
    <message>
        <source>PDF folder</source>
        <translation>PDF-Ordner</translation>
    </message>
    <message>
        <source>Receipt printer in the network</source>
        <translation>Bondrucker im Netz</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Kein Drucker</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Roll, 58 mm</source>
        <translation>Rolle, 58 mm</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>Rolle, 80 mm</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Language of the slips</source>
        <translation>Sprache der Belege</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <source>Printers of this computer</source>
        <translation>Drucker dieses Computers</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Each slip becomes one PDF file in this folder.</source>
        <translation>Jeder Beleg wird eine PDF-Datei in diesem Ordner.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Host name or IP address, with the port after a colon.</source>
        <translation>Rechnername oder IP-Adresse, der Port nach einem Doppelpunkt.</translation>
    </message>
    <message>
        <source>Without a printer, slips stay due until one is chosen.</source>
        <translation>Ohne Drucker bleiben Belege offen, bis einer gewählt ist.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Print test page</source>
        <translation>Testseite drucken</translation>
    </message>
    <message>
        <source>Preview slips</source>
        <translation>Belege ansehen</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Sale %1</source>
        <translation>Verkauf %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n card(s) delivered</source>
        <translation>
            <numerusform>%1 von %n Karte geliefert</numerusform>
            <numerusform>%1 von %n Karten geliefert</numerusform>
        </translation>
    </message>
    <message>
        <source>The program ended in the middle of this sale. Nothing is lost: here is what became of each card. Press New sale to settle the open ones later, in Open cases.</source>
        <translation>Das Programm endete mitten in diesem Verkauf. Nichts ist verloren: Hier steht, was aus jeder Karte wurde. Mit „Neuer Verkauf“ erledigen Sie die offenen später unter „Offene Fälle“.</translation>
    </message>
    <message>
        <source>The buttons act on every card that they help. Tap one to choose it.</source>
        <translation>Die Knöpfe gelten für alle passenden Karten. Tippen Sie eine an, um sie auszuwählen.</translation>
    </message>
    <message>
        <source>The buttons act on card %1, %2, only.</source>
        <translation>Die Knöpfe gelten nur für Karte %1, %2.</translation>
    </message>
    <message>
        <source>Sale lines</source>
        <translation>Zeilen des Verkaufs</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Give up and refund</source>
        <translation>Aufgeben und zurückzahlen</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>Neu bestellen</translation>
    </message>
    <message>
        <source>Order now</source>
        <translation>Jetzt bestellen</translation>
    </message>
    <message>
        <source>Refund paid</source>
        <translation>Rückzahlung geleistet</translation>
    </message>
</context>
<context>
    <name>ProviderSection</name>
    <message>
        <source>Comes from the environment of this computer.</source>
        <translation>Kommt aus der Umgebung dieses Computers.</translation>
    </message>
    <message>
        <source>Stored in this computer&apos;s keyring. Leave empty to keep it.</source>
        <translation>Im Schlüsselbund dieses Computers gespeichert. Leer lassen, um es zu behalten.</translation>
    </message>
    <message>
        <source>Stored in a file that only this user can read. Leave empty to keep it.</source>
        <translation>In einer Datei gespeichert, die nur dieser Benutzer lesen kann. Leer lassen, um es zu behalten.</translation>
    </message>
    <message>
        <source>The provider answers an order once the card is there: the usual way.</source>
        <translation>Der Anbieter antwortet auf eine Bestellung, sobald die Karte da ist: der übliche Weg.</translation>
    </message>
    <message>
        <source>The provider answers at once, and the till asks until the card is there. For slow providers, or when theirs asks for it.</source>
        <translation>Der Anbieter antwortet sofort, und die Kasse fragt nach, bis die Karte da ist. Für langsame Anbieter, oder wenn der Anbieter es verlangt.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Where the cards are ordered. Test the connection before you save.</source>
        <translation>Hier werden die Karten bestellt. Prüfen Sie die Verbindung, bevor Sie speichern.</translation>
    </message>
    <message>
        <source>Training always uses its own provider.</source>
        <translation>Die Schulung nutzt immer ihren eigenen Anbieter.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>How orders are placed</source>
        <translation>Art der Bestellung</translation>
    </message>
    <message>
        <source>Wait for the card</source>
        <translation>Auf die Karte warten</translation>
    </message>
    <message>
        <source>Ask for the card afterwards</source>
        <translation>Die Karte danach abfragen</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Erhöhen</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Verringern</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Suchen in:</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n offener Fall</numerusform>
            <numerusform>%n offene Fälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them urgent</source>
        <translation>
            <numerusform>%n davon dringend</numerusform>
            <numerusform>%n davon dringend</numerusform>
        </translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Offene Fälle</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The test page has been printed.</source>
        <translation>Die Testseite ist gedruckt.</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Tax on slips</source>
        <translation>Steuer auf Belegen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Limits and lock</source>
        <translation>Grenzen und Sperre</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>Verkauf stoppen</translation>
    </message>
    <message>
        <source>Shelf labels</source>
        <translation>Regaletiketten</translation>
    </message>
    <message>
        <source>Language and colours</source>
        <translation>Sprache und Farben</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über das Programm</translation>
    </message>
    <message>
        <source>Settings topics</source>
        <translation>Themen der Einstellungen</translation>
    </message>
    <message>
        <source>Settings are for managers</source>
        <translation>Einstellungen sind Sache der Leitung</translation>
    </message>
    <message>
        <source>A manager can open them here with a PIN, without changing who is signed in.</source>
        <translation>Eine Leitung kann sie hier mit ihrer PIN öffnen, ohne dass jemand anderes angemeldet wird.</translation>
    </message>
    <message>
        <source>Ask a manager</source>
        <translation>Leitung fragen</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The till is closing.</source>
        <translation>Die Kasse wird geschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n order(s) to be answered.</source>
        <translation>
            <numerusform>Auf die Antwort zu %n Bestellung wird gewartet.</numerusform>
            <numerusform>Auf die Antworten zu %n Bestellungen wird gewartet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShellFrame</name>
    <message>
        <source>TRAINING – no value</source>
        <translation>SCHULUNG – ohne Wert</translation>
    </message>
    <message>
        <source>Practise troubles</source>
        <translation>Störungen üben</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>The shop&apos;s name stands on every slip.</source>
        <translation>Der Name des Geschäfts steht auf jedem Beleg.</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>Name des Geschäfts</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Choose who you are, then unlock.</source>
        <translation>Bitte wählen, wer Sie sind, dann entsperren.</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kassenpersonal</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Geben Sie Ihre PIN ein.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Zu viele falsche PINs. Nächster Versuch in %1.</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>Neuer Verkauf</translation>
    </message>
</context>
<context>
    <name>Standby</name>
    <message>
        <source>This can&apos;t be shown now</source>
        <translation>Das lässt sich gerade nicht anzeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>This is being read.</source>
        <translation>Das wird gerade gelesen.</translation>
    </message>
</context>
<context>
    <name>StandingNotices</name>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
</context>
<context>
    <name>StandingPresenter</name>
    <message>
        <source>The balance at the provider is %1, below %2. Top it up.</source>
        <translation>Das Guthaben beim Anbieter beträgt %1, weniger als %2. Bitte aufladen.</translation>
    </message>
    <message>
        <source>The balance at the provider is %1, below %2. Tell the manager.</source>
        <translation>Das Guthaben beim Anbieter beträgt %1, weniger als %2. Sagen Sie der Leitung Bescheid.</translation>
    </message>
    <message>
        <source>Sale %1 is stored: %2 of %3 cards have arrived. Go on with it under Sell.</source>
        <translation>Verkauf %1 ist gespeichert: %2 von %3 Karten sind da. Machen Sie unter Verkaufen damit weiter.</translation>
    </message>
</context>
<context>
    <name>StartProblemWindow</name>
    <message>
        <source>Gift card till</source>
        <translation>Geschenkkarten-Kasse</translation>
    </message>
    <message>
        <source>The till can&apos;t start</source>
        <translation>Die Kasse kann nicht starten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>StopsSection</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Choose a brand, or everything.</source>
        <translation>Wählen Sie eine Marke oder alles.</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>Verkauf stoppen</translation>
    </message>
    <message>
        <source>Take a brand, or everything, out of sale for a while. Open orders go on.</source>
        <translation>Nehmen Sie eine Marke oder alles für eine Weile aus dem Verkauf. Laufende Bestellungen gehen weiter.</translation>
    </message>
    <message>
        <source>Everything is being sold.</source>
        <translation>Alles wird verkauft.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>Wieder verkaufen</translation>
    </message>
    <message>
        <source>Stop a brand</source>
        <translation>Eine Marke stoppen</translation>
    </message>
    <message>
        <source>Search brands</source>
        <translation>Marken suchen</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Sentence for the cashier</source>
        <translation>Satz für das Kassenpersonal</translation>
    </message>
</context>
<context>
    <name>TaxesSection</name>
    <message>
        <source>All products</source>
        <translation>Alle Produkte</translation>
    </message>
    <message>
        <source>Multi-purpose voucher</source>
        <translation>Mehrzweck-Gutschein</translation>
    </message>
    <message>
        <source>Single-purpose voucher</source>
        <translation>Einzweck-Gutschein</translation>
    </message>
    <message>
        <source>No sentence</source>
        <translation>Kein Satz</translation>
    </message>
    <message>
        <source>Like all products</source>
        <translation>Wie alle Produkte</translation>
    </message>
    <message>
        <source>Tax on slips</source>
        <translation>Steuer auf Belegen</translation>
    </message>
    <message>
        <source>Slips never show VAT. Here you choose the sentence that says why; ask your tax adviser which class a card has.</source>
        <translation>Belege weisen nie Umsatzsteuer aus. Hier wählen Sie den Satz, der sagt, warum; welche Klasse eine Karte hat, weiß Ihre Steuerberatung.</translation>
    </message>
    <message>
        <source>Search a product</source>
        <translation>Produkt suchen</translation>
    </message>
    <message>
        <source>Products and their tax class</source>
        <translation>Produkte und ihre Steuerklasse</translation>
    </message>
    <message>
        <source>Tax class</source>
        <translation>Steuerklasse</translation>
    </message>
    <message>
        <source>Own sentence (optional)</source>
        <translation>Eigener Satz (freiwillig)</translation>
    </message>
    <message>
        <source>It stands on the slip instead of the sentence of the class.</source>
        <translation>Er steht auf dem Beleg anstelle des Satzes der Klasse.</translation>
    </message>
    <message>
        <source>Save tax class</source>
        <translation>Steuerklasse speichern</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Till %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kassenpersonal</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Balance unknown</source>
        <translation>Guthaben unbekannt</translation>
    </message>
    <message>
        <source>Balance, %1</source>
        <translation>Guthaben, %1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Practise troubles</source>
        <translation>Störungen üben</translation>
    </message>
    <message>
        <source>Choose what shall go wrong. It happens at the next request it fits.</source>
        <translation>Wählen Sie, was schiefgehen soll. Es geschieht bei der nächsten passenden Anfrage.</translation>
    </message>
    <message>
        <source>Troubles</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Auslösen</translation>
    </message>
    <message>
        <source>Stop all troubles</source>
        <translation>Alle Störungen beenden</translation>
    </message>
    <message>
        <source>Close troubles</source>
        <translation>Störungen schließen</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Paid, but never ordered: the provider knows nothing of this card.</source>
        <translation>Bezahlt, aber nie bestellt: Der Anbieter weiß nichts von dieser Karte.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether this card was made. The till keeps asking by itself.</source>
        <translation>Noch weiß niemand, ob diese Karte erstellt wurde. Die Kasse fragt von selbst weiter.</translation>
    </message>
    <message>
        <source>The provider is still making this card. The till keeps asking by itself.</source>
        <translation>Der Anbieter erstellt diese Karte noch. Die Kasse fragt von selbst weiter.</translation>
    </message>
    <message>
        <source>Given up. The till finds out whether a card was made, and takes it back if it was.</source>
        <translation>Aufgegeben. Die Kasse klärt, ob eine Karte erstellt wurde, und gibt sie gegebenenfalls zurück.</translation>
    </message>
    <message>
        <source>The till must not ask about this order by itself any more.</source>
        <translation>Die Kasse darf zu dieser Bestellung nicht mehr von selbst nachfragen.</translation>
    </message>
    <message>
        <source>The provider made a card for another product or amount than was ordered.</source>
        <translation>Der Anbieter hat eine Karte für ein anderes Produkt oder einen anderen Betrag erstellt als bestellt.</translation>
    </message>
    <message>
        <source>The provider calls this order complete, but sent no card with it.</source>
        <translation>Der Anbieter nennt diese Bestellung fertig, hat aber keine Karte mitgeschickt.</translation>
    </message>
    <message>
        <source>The provider no longer knows an order that it had confirmed.</source>
        <translation>Der Anbieter kennt eine Bestellung nicht mehr, die er bestätigt hatte.</translation>
    </message>
    <message>
        <source>The card is here, but the customer does not have it yet.</source>
        <translation>Die Karte ist da, aber noch nicht übergeben.</translation>
    </message>
    <message>
        <source>A slip was printed, or perhaps was. Nobody said that it was readable.</source>
        <translation>Ein Beleg wurde gedruckt, vielleicht auch nicht. Niemand hat bestätigt, dass er lesbar war.</translation>
    </message>
    <message>
        <source>There is no card. The customer gets the money back.</source>
        <translation>Es gibt keine Karte. Die Kundschaft bekommt das Geld zurück.</translation>
    </message>
    <message>
        <source>The provider is being asked to make this card worthless.</source>
        <translation>Der Anbieter wird gebeten, diese Karte zu entwerten.</translation>
    </message>
    <message>
        <source>The provider has not said for a long time whether this card is worthless now.</source>
        <translation>Der Anbieter hat lange nicht gesagt, ob diese Karte nun wertlos ist.</translation>
    </message>
    <message>
        <source>The provider will not take this card back, so it is still worth its money.</source>
        <translation>Der Anbieter nimmt diese Karte nicht zurück; sie ist also noch ihr Geld wert.</translation>
    </message>
    <message>
        <source>The customer&apos;s card can&apos;t be taken back, so it stays theirs.</source>
        <translation>Die übergebene Karte kann nicht zurückgenommen werden; sie bleibt bei der Kundschaft.</translation>
    </message>
    <message>
        <source>The money was given back and the card can&apos;t be. The shop owns this card.</source>
        <translation>Das Geld ist zurückgezahlt, die Karte kann nicht zurück. Sie gehört nun dem Geschäft.</translation>
    </message>
    <message>
        <source>Order it now while the customer is here, or give up and refund the money.</source>
        <translation>Bestellen Sie jetzt, solange die Kundschaft da ist, oder geben Sie auf und zahlen Sie das Geld zurück.</translation>
    </message>
    <message>
        <source>Keep the money. Wait for the answer, or give up and refund when the customer leaves.</source>
        <translation>Behalten Sie das Geld. Warten Sie auf die Antwort, oder geben Sie auf und zahlen Sie zurück, wenn die Kundschaft geht.</translation>
    </message>
    <message>
        <source>Keep the money. Wait for the card, or give up and refund when the customer leaves.</source>
        <translation>Behalten Sie das Geld. Warten Sie auf die Karte, oder geben Sie auf und zahlen Sie zurück, wenn die Kundschaft geht.</translation>
    </message>
    <message>
        <source>Nothing to do for the card. Give the money back if the refund is due.</source>
        <translation>Für die Karte ist nichts zu tun. Zahlen Sie das Geld zurück, falls die Rückzahlung fällig ist.</translation>
    </message>
    <message>
        <source>Ask the provider about key %1 of %2. Then a manager closes the case with the answer.</source>
        <translation>Fragen Sie den Anbieter nach dem Schlüssel %1 vom %2. Danach schließt eine Leitung den Fall mit der Antwort ab.</translation>
    </message>
    <message>
        <source>Invalidate it and give the money back, or ask the provider about order %3.</source>
        <translation>Entwerten Sie die Karte und zahlen Sie das Geld zurück, oder fragen Sie den Anbieter nach der Bestellung %3.</translation>
    </message>
    <message>
        <source>Try again now. If no card comes, invalidate the order and give the money back.</source>
        <translation>Versuchen Sie es jetzt noch einmal. Kommt keine Karte, entwerten Sie die Bestellung und zahlen Sie das Geld zurück.</translation>
    </message>
    <message>
        <source>Ask the provider about order %3. Then a manager closes the case.</source>
        <translation>Fragen Sie den Anbieter nach der Bestellung %3. Danach schließt eine Leitung den Fall ab.</translation>
    </message>
    <message>
        <source>Print the slip and hand it over. If the customer is gone, invalidate the card.</source>
        <translation>Drucken Sie den Beleg und übergeben Sie ihn. Ist niemand mehr da, entwerten Sie die Karte.</translation>
    </message>
    <message>
        <source>Look at the paper: press Handed over if the customer has it, or print it again.</source>
        <translation>Sehen Sie auf das Papier: Drücken Sie „Übergeben“, wenn die Kundschaft es hat, oder drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>Give %4 back at the main till and press Refund paid, or order the card again.</source>
        <translation>Zahlen Sie %4 an der Hauptkasse zurück und drücken Sie „Rückzahlung geleistet“, oder bestellen Sie die Karte neu.</translation>
    </message>
    <message>
        <source>Keep the slip here. The till goes on asking by itself.</source>
        <translation>Behalten Sie den Beleg hier. Die Kasse fragt von selbst weiter.</translation>
    </message>
    <message>
        <source>Hand the card to the customer after all, or pay the refund: then the shop keeps it.</source>
        <translation>Übergeben Sie die Karte doch noch, oder zahlen Sie zurück: Dann behält sie das Geschäft.</translation>
    </message>
    <message>
        <source>Give the slip back and press Handed over. No money is given back.</source>
        <translation>Geben Sie den Beleg zurück und drücken Sie „Übergeben“. Es wird kein Geld zurückgezahlt.</translation>
    </message>
    <message>
        <source>Keep it away from customers. A manager closes the case as a loss.</source>
        <translation>Geben Sie sie nicht heraus. Eine Leitung schließt den Fall als Verlust ab.</translation>
    </message>
    <message>
        <source>The order was first sent too long ago to be sent again.</source>
        <translation>Die Bestellung wurde vor zu langer Zeit gesendet, um sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>This line came out of a backup.</source>
        <translation>Diese Zeile stammt aus einer Sicherung.</translation>
    </message>
    <message>
        <source>It was ordered with another provider account.</source>
        <translation>Sie wurde mit einem anderen Anbieterkonto bestellt.</translation>
    </message>
    <message>
        <source>It was given up, and cards of this brand can&apos;t be taken back.</source>
        <translation>Sie wurde aufgegeben, und Karten dieser Marke können nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>The provider says that the time for taking it back is over.</source>
        <translation>Der Anbieter sagt, die Frist für die Rücknahme sei vorbei.</translation>
    </message>
    <message>
        <source>The provider says that this brand never takes cards back.</source>
        <translation>Der Anbieter sagt, diese Marke nehme nie Karten zurück.</translation>
    </message>
    <message>
        <source>The provider says that it does not know this order.</source>
        <translation>Der Anbieter sagt, er kenne diese Bestellung nicht.</translation>
    </message>
    <message>
        <source>No card was made</source>
        <translation>Es wurde keine Karte erstellt</translation>
    </message>
    <message>
        <source>The provider says that the order failed or never came. A refund falls due.</source>
        <translation>Der Anbieter sagt, die Bestellung sei fehlgeschlagen oder nie angekommen. Eine Rückzahlung wird fällig.</translation>
    </message>
    <message>
        <source>The card is worthless</source>
        <translation>Die Karte ist wertlos</translation>
    </message>
    <message>
        <source>The provider says that the card was made and invalidated. A refund falls due.</source>
        <translation>Der Anbieter sagt, die Karte sei erstellt und entwertet worden. Eine Rückzahlung wird fällig.</translation>
    </message>
    <message>
        <source>The shop bears the loss</source>
        <translation>Das Geschäft trägt den Verlust</translation>
    </message>
    <message>
        <source>The money was given back and the card can&apos;t be used. Nothing more happens.</source>
        <translation>Das Geld ist zurückgezahlt, die Karte nicht verwendbar. Weiter geschieht nichts.</translation>
    </message>
    <message>
        <source>Only until %1</source>
        <translation>Nur bis %1</translation>
    </message>
    <message>
        <source>The till can find out by itself only until %1. See to the connection before then; later only the provider can say what became of this order.</source>
        <translation>Nur bis %1 kann die Kasse das selbst herausfinden. Sorgen Sie bis dahin für eine Verbindung; danach kann nur noch der Anbieter sagen, was aus dieser Bestellung wurde.</translation>
    </message>
    <message>
        <source>Overdue · %2</source>
        <translation>Überfällig · %2</translation>
    </message>
    <message>
        <source>Open for more than a day. Settle it now, with a manager if need be.</source>
        <translation>Seit mehr als einem Tag offen. Erledigen Sie das jetzt, nötigenfalls mit der Leitung.</translation>
    </message>
    <message>
        <source>%1, %2: the provider makes this card worthless.</source>
        <translation>%1, %2: Der Anbieter macht diese Karte wertlos.</translation>
    </message>
    <message>
        <source>Invalidate this card?</source>
        <translation>Diese Karte entwerten?</translation>
    </message>
    <message>
        <source>The customer has this card. Take the slip back first. The refund falls due only when the provider has confirmed.</source>
        <translation>Die Karte ist schon übergeben. Nehmen Sie zuerst den Beleg zurück. Die Rückzahlung wird erst fällig, wenn der Anbieter bestätigt hat.</translation>
    </message>
    <message>
        <source>Keep the slip here. The refund falls due at once.</source>
        <translation>Behalten Sie den Beleg hier. Die Rückzahlung wird sofort fällig.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Confirm invalidation</source>
        <translation>Entwertung bestätigen</translation>
    </message>
    <message>
        <source>Write why, in a few words.</source>
        <translation>Schreiben Sie kurz, warum.</translation>
    </message>
    <message>
        <source>Close this case?</source>
        <translation>Diesen Fall abschließen?</translation>
    </message>
    <message>
        <source>Only with what the provider has told you. It can&apos;t be undone.</source>
        <translation>Nur mit dem, was der Anbieter Ihnen gesagt hat. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es ausging</translation>
    </message>
    <message>
        <source>Confirm closing</source>
        <translation>Abschluss bestätigen</translation>
    </message>
    <message>
        <source>Choose how it ended.</source>
        <translation>Wählen Sie, wie es ausging.</translation>
    </message>
    <message>
        <source>Give the money back first: press Refund paid.</source>
        <translation>Zahlen Sie zuerst das Geld zurück: Drücken Sie „Rückzahlung geleistet“.</translation>
    </message>
    <message>
        <source>Write what the provider said, and who.</source>
        <translation>Schreiben Sie, was der Anbieter gesagt hat, und wer.</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) can&apos;t wait any longer.</source>
        <translation>
            <numerusform>%n offener Fall kann nicht länger warten.</numerusform>
            <numerusform>%n offene Fälle können nicht länger warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Stops sales</source>
        <translation>Verhindert Verkauf</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>{megabytes} MB are free where the data lies.</source>
        <translation>{megabytes} MB sind frei, wo die Daten liegen.</translation>
    </message>
    <message>
        <source>{products} products, {hours} hours old.</source>
        <translation>{products} Produkte, {hours} Stunden alt.</translation>
    </message>
    <message>
        <source>{balance} are available at the provider.</source>
        <translation>{balance} sind beim Anbieter verfügbar.</translation>
    </message>
    <message>
        <source>Keep the data folder as it is and ask for support; a backup shows what was there.</source>
        <translation>Lassen Sie den Datenordner, wie er ist, und fragen Sie den Support; eine Sicherung zeigt, was da war.</translation>
    </message>
    <message>
        <source>Close the program and restore a backup.</source>
        <translation>Schließen Sie das Programm und spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>Switch it on, or choose another one in Settings, Printing.</source>
        <translation>Schalten Sie ihn ein oder wählen Sie einen anderen unter Einstellungen, Drucken.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, best by the network.</source>
        <translation>Stellen Sie die Uhr dieses Computers, am besten über das Netz.</translation>
    </message>
    <message>
        <source>The provider refuses this account ({said}).</source>
        <translation>Der Anbieter weist dieses Konto ab ({said}).</translation>
    </message>
    <message>
        <source>Till {till} of {store}.</source>
        <translation>Kasse {till} von {store}.</translation>
    </message>
    <message>
        <source>Slips go to {printer}.</source>
        <translation>Belege gehen an {printer}.</translation>
    </message>
    <message>
        <source>No printer is chosen, so no slip can be printed.</source>
        <translation>Es ist kein Drucker gewählt, also kann kein Beleg gedruckt werden.</translation>
    </message>
    <message>
        <source>Choose one in Settings, Printing.</source>
        <translation>Wählen Sie einen unter Einstellungen, Drucken.</translation>
    </message>
    <message>
        <source>The printer {printer} is not a folder.</source>
        <translation>Der Drucker {printer} ist kein Ordner.</translation>
    </message>
    <message>
        <source>Choose another one in Settings, Printing.</source>
        <translation>Wählen Sie einen anderen unter Einstellungen, Drucken.</translation>
    </message>
    <message>
        <source>The folder of {printer} can&apos;t be written to.</source>
        <translation>In den Ordner von {printer} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This computer does not know the printer {printer}.</source>
        <translation>Dieser Computer kennt den Drucker {printer} nicht.</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer.</source>
        <translation>Der Drucker {printer} antwortet nicht.</translation>
    </message>
    <message>
        <source>Free some space before it runs out.</source>
        <translation>Schaffen Sie Platz, bevor er ausgeht.</translation>
    </message>
    <message>
        <source>Free some space: sales need 50 MB.</source>
        <translation>Schaffen Sie Platz: Verkäufe brauchen 50 MB.</translation>
    </message>
    <message>
        <source>The client secret is there ({kind}).</source>
        <translation>Das Client-Geheimnis ist da ({kind}).</translation>
    </message>
    <message>
        <source>The secrets lie in a file that only the owner can read.</source>
        <translation>Die Geheimnisse liegen in einer Datei, die nur der Besitzer lesen kann.</translation>
    </message>
    <message>
        <source>Whoever copies the data folder has them too; a keyring is safer.</source>
        <translation>Wer den Datenordner kopiert, hat sie auch; ein Schlüsselbund ist sicherer.</translation>
    </message>
    <message>
        <source>There is no client secret.</source>
        <translation>Es gibt kein Client-Geheimnis.</translation>
    </message>
    <message>
        <source>Enter it in Settings, Provider.</source>
        <translation>Tragen Sie es unter Einstellungen, Anbieter ein.</translation>
    </message>
    <message>
        <source>The secrets can&apos;t be opened: {kind} ({said}).</source>
        <translation>Die Geheimnisse lassen sich nicht öffnen: {kind} ({said}).</translation>
    </message>
    <message>
        <source>Unlock the keyring, or restore the file.</source>
        <translation>Entsperren Sie den Schlüsselbund oder stellen Sie die Datei wieder her.</translation>
    </message>
    <message>
        <source>The key of the vault is missing ({kind}).</source>
        <translation>Der Schlüssel des Tresors fehlt ({kind}).</translation>
    </message>
    <message>
        <source>Restore the secrets together with the database.</source>
        <translation>Stellen Sie die Geheimnisse zusammen mit der Datenbank wieder her.</translation>
    </message>
    <message>
        <source>The database opens and is sound.</source>
        <translation>Die Datenbank lässt sich öffnen und ist in Ordnung.</translation>
    </message>
    <message>
        <source>The database is damaged: {complaint}.</source>
        <translation>Die Datenbank ist beschädigt: {complaint}.</translation>
    </message>
    <message>
        <source>The till&apos;s own data can&apos;t be read ({said}).</source>
        <translation>Die Daten der Kasse können nicht gelesen werden ({said}).</translation>
    </message>
    <message>
        <source>The journal is whole.</source>
        <translation>Das Journal ist vollständig.</translation>
    </message>
    <message>
        <source>The journal is broken from entry {entry} on: it was changed or cut.</source>
        <translation>Das Journal ist ab Eintrag {entry} beschädigt: Es wurde geändert oder gekürzt.</translation>
    </message>
    <message>
        <source>The journal has lost its last entries: {missing} of {kept} are missing.</source>
        <translation>Dem Journal fehlen die letzten Einträge: {missing} von {kept} sind nicht da.</translation>
    </message>
    <message>
        <source>The journal is another one: its entry {kept} is not the one that was written.</source>
        <translation>Es ist ein anderes Journal: Sein Eintrag {kept} ist nicht der, der geschrieben wurde.</translation>
    </message>
    <message>
        <source>{people} may sign in, {managers} of them as a manager.</source>
        <translation>{people} dürfen sich anmelden, davon {managers} als Leitung.</translation>
    </message>
    <message>
        <source>Nobody may sign in.</source>
        <translation>Niemand darf sich anmelden.</translation>
    </message>
    <message>
        <source>Add somebody in Settings, People.</source>
        <translation>Fügen Sie jemanden unter Einstellungen, Personen hinzu.</translation>
    </message>
    <message>
        <source>{people} may sign in, but nobody as a manager.</source>
        <translation>{people} dürfen sich anmelden, aber niemand als Leitung.</translation>
    </message>
    <message>
        <source>Make somebody a manager in Settings, People.</source>
        <translation>Machen Sie jemanden unter Einstellungen, Personen zur Leitung.</translation>
    </message>
    <message>
        <source>It is refreshed once the provider answers.</source>
        <translation>Er wird erneuert, sobald der Anbieter antwortet.</translation>
    </message>
    <message>
        <source>There is no catalogue yet.</source>
        <translation>Es gibt noch keinen Katalog.</translation>
    </message>
    <message>
        <source>It is fetched once the provider answers.</source>
        <translation>Er wird geholt, sobald der Anbieter antwortet.</translation>
    </message>
    <message>
        <source>{url} answers and accepts the signature.</source>
        <translation>{url} antwortet und nimmt die Signatur an.</translation>
    </message>
    <message>
        <source>{url} does not answer ({said}).</source>
        <translation>{url} antwortet nicht ({said}).</translation>
    </message>
    <message>
        <source>Check the network, and the address in Settings, Provider.</source>
        <translation>Prüfen Sie das Netz und die Adresse unter Einstellungen, Anbieter.</translation>
    </message>
    <message>
        <source>Check client id and secret in Settings, Provider.</source>
        <translation>Prüfen Sie Client-ID und Geheimnis unter Einstellungen, Anbieter.</translation>
    </message>
    <message>
        <source>The provider refuses this computer&apos;s time ({said}).</source>
        <translation>Der Anbieter weist die Uhrzeit dieses Computers ab ({said}).</translation>
    </message>
    <message>
        <source>The provider refuses to answer ({said}).</source>
        <translation>Der Anbieter verweigert die Antwort ({said}).</translation>
    </message>
    <message>
        <source>Ask the provider, naming this code.</source>
        <translation>Fragen Sie den Anbieter und nennen Sie diesen Code.</translation>
    </message>
    <message>
        <source>Top it up before it runs out.</source>
        <translation>Laden Sie es auf, bevor es ausgeht.</translation>
    </message>
    <message>
        <source>in this computer&apos;s keyring</source>
        <translation>im Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>in a file</source>
        <translation>in einer Datei</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>aus der Umgebung</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Schulung</translation>
    </message>
    <message>
        <source>Could not be checked, because of: %1.</source>
        <translation>Konnte nicht geprüft werden, wegen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) ahead.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Sekunde vor.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Sekunden vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n second(s) behind.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Sekunde nach.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Sekunden nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders are signed with the provider&apos;s time meanwhile.</source>
        <translation>Bestellungen werden so lange mit der Zeit des Anbieters signiert.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>This is not an amount. Write it like 50.00.</source>
        <translation>Das ist kein Betrag. Schreiben Sie ihn so: 50,00.</translation>
    </message>
    <message>
        <source>This currency has no such small parts. Write the amount like 50.00.</source>
        <translation>So kleine Teile hat diese Währung nicht. Schreiben Sie den Betrag so: 50,00.</translation>
    </message>
    <message>
        <source>Write the amount with a point, for example 10.50.</source>
        <translation>Schreiben Sie den Betrag mit Komma, zum Beispiel 10,50.</translation>
    </message>
    <message>
        <source>{text} is not a currency.</source>
        <translation>{text} ist keine Währung.</translation>
    </message>
    <message>
        <source>The smallest amount is {minimum}.</source>
        <translation>Der kleinste Betrag ist {minimum}.</translation>
    </message>
    <message>
        <source>The largest amount is {maximum}.</source>
        <translation>Der größte Betrag ist {maximum}.</translation>
    </message>
    <message>
        <source>Only steps of {step} are possible, beginning with {minimum}.</source>
        <translation>Nur Schritte von {step} sind möglich, beginnend mit {minimum}.</translation>
    </message>
    <message>
        <source>This card is only sold with {offered}.</source>
        <translation>Diese Karte gibt es nur mit {offered}.</translation>
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation>Der Betrag muss größer als null sein.</translation>
    </message>
    <message>
        <source>This card is sold in {theirs}; this till sells in {ours}.</source>
        <translation>Diese Karte wird in {theirs} verkauft, diese Kasse verkauft in {ours}.</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s e-mail address.</source>
        <translation>Geben Sie die E-Mail-Adresse der Kundschaft ein.</translation>
    </message>
    <message>
        <source>This is not an e-mail address. Please check it with the customer.</source>
        <translation>Das ist keine E-Mail-Adresse. Bitte prüfen Sie sie gemeinsam mit der Kundschaft.</translation>
    </message>
    <message>
        <source>One sale can hold at most {most} cards.</source>
        <translation>Ein Verkauf kann höchstens {most} Karten haben.</translation>
    </message>
    <message>
        <source>This card is not delivered that way. Choose another kind of delivery.</source>
        <translation>So wird diese Karte nicht geliefert. Wählen Sie eine andere Lieferung.</translation>
    </message>
    <message>
        <source>{brand} can&apos;t be ordered at the moment.</source>
        <translation>{brand} kann zurzeit nicht bestellt werden.</translation>
    </message>
    <message>
        <source>{brand} is sold in another currency.</source>
        <translation>{brand} wird in einer anderen Währung verkauft.</translation>
    </message>
    <message>
        <source>{brand} is not sold in this country.</source>
        <translation>{brand} wird in diesem Land nicht verkauft.</translation>
    </message>
    <message>
        <source>{brand} can&apos;t be delivered in any way that this till knows.</source>
        <translation>{brand} kann auf keinem Weg geliefert werden, den diese Kasse kennt.</translation>
    </message>
    <message>
        <source>{brand} is not sold at present: {sentence}</source>
        <translation>{brand} wird zurzeit nicht verkauft: {sentence}</translation>
    </message>
    <message>
        <source>Enter a sentence for the cashier.</source>
        <translation>Geben Sie einen Satz für das Kassenpersonal ein.</translation>
    </message>
    <message>
        <source>The sentence for the cashier can have at most {most} characters.</source>
        <translation>Der Satz für das Kassenpersonal darf höchstens {most} Zeichen haben.</translation>
    </message>
    <message>
        <source>This brand is being sold already.</source>
        <translation>Diese Marke wird schon verkauft.</translation>
    </message>
    <message>
        <source>The cart is empty. Add a card first.</source>
        <translation>Der Warenkorb ist leer. Legen Sie zuerst eine Karte hinein.</translation>
    </message>
    <message>
        <source>The cart has changed. Go back to the cart and check it again.</source>
        <translation>Der Warenkorb hat sich geändert. Gehen Sie zurück und prüfen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The last sale is still on screen. Press New sale first.</source>
        <translation>Der letzte Verkauf ist noch auf dem Bildschirm. Drücken Sie zuerst „Neuer Verkauf“.</translation>
    </message>
    <message>
        <source>The shop&apos;s balance at the provider is {available}: too little for {total}. Take cards out, or tell the manager.</source>
        <translation>Das Guthaben des Geschäfts beim Anbieter beträgt {available}: zu wenig für {total}. Nehmen Sie Karten heraus, oder sagen Sie der Leitung Bescheid.</translation>
    </message>
    <message>
        <source>The sale number {number} is already used. Go back to the cart and pay again.</source>
        <translation>Die Verkaufsnummer {number} ist schon vergeben. Gehen Sie zurück zum Warenkorb und bezahlen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Some cards are still being ordered. Wait, or give them up first.</source>
        <translation>Einige Karten werden noch bestellt. Warten Sie, oder geben Sie sie zuerst auf.</translation>
    </message>
    <message>
        <source>There is no sale {sale} on this till.</source>
        <translation>Auf dieser Kasse gibt es keinen Verkauf {sale}.</translation>
    </message>
    <message>
        <source>There is no card {line} on this till.</source>
        <translation>Auf dieser Kasse gibt es keine Karte {line}.</translation>
    </message>
    <message>
        <source>The card has just arrived. Hand it over, or have it invalidated.</source>
        <translation>Die Karte ist gerade angekommen. Übergeben Sie sie, oder lassen Sie sie entwerten.</translation>
    </message>
    <message>
        <source>It is too early to give up. Ask the customer for a moment.</source>
        <translation>Zum Aufgeben ist es zu früh. Bitten Sie um einen Moment Geduld.</translation>
    </message>
    <message>
        <source>This card has been given up already.</source>
        <translation>Diese Karte wurde schon aufgegeben.</translation>
    </message>
    <message>
        <source>This order has already ended. Nothing is left to give up.</source>
        <translation>Diese Bestellung ist schon beendet. Es gibt nichts mehr aufzugeben.</translation>
    </message>
    <message>
        <source>This card has already been handed over.</source>
        <translation>Diese Karte wurde schon übergeben.</translation>
    </message>
    <message>
        <source>The customer already has the money back for this card.</source>
        <translation>Für diese Karte ist das Geld schon zurückgezahlt.</translation>
    </message>
    <message>
        <source>This card has been given up: it must not be handed over any more.</source>
        <translation>Diese Karte wurde aufgegeben: Sie darf nicht mehr übergeben werden.</translation>
    </message>
    <message>
        <source>Press Give up and refund first.</source>
        <translation>Drücken Sie zuerst „Aufgeben und zurückzahlen“.</translation>
    </message>
    <message>
        <source>This order is too old to be sent again. The provider must be asked.</source>
        <translation>Diese Bestellung ist zu alt, um sie noch einmal zu senden. Der Anbieter muss gefragt werden.</translation>
    </message>
    <message>
        <source>No refund is due for this card.</source>
        <translation>Für diese Karte ist keine Rückzahlung fällig.</translation>
    </message>
    <message>
        <source>The customer&apos;s refund comes first: pay it and press Refund paid.</source>
        <translation>Zuerst kommt die Rückzahlung: Leisten Sie sie und drücken Sie „Rückzahlung geleistet“.</translation>
    </message>
    <message>
        <source>Nothing is open about this card.</source>
        <translation>Zu dieser Karte ist nichts offen.</translation>
    </message>
    <message>
        <source>This card has not been delivered.</source>
        <translation>Diese Karte wurde nicht geliefert.</translation>
    </message>
    <message>
        <source>It is not yet certain what became of this order. Wait for the provider.</source>
        <translation>Noch ist nicht sicher, was aus dieser Bestellung wurde. Warten Sie auf den Anbieter.</translation>
    </message>
    <message>
        <source>This order can&apos;t be sent in its present state.</source>
        <translation>Diese Bestellung kann in ihrem jetzigen Stand nicht gesendet werden.</translation>
    </message>
    <message>
        <source>This order is no longer waiting.</source>
        <translation>Diese Bestellung wartet nicht mehr.</translation>
    </message>
    <message>
        <source>There is nothing to ask the provider about this card.</source>
        <translation>Zu dieser Karte gibt es beim Anbieter nichts zu fragen.</translation>
    </message>
    <message>
        <source>There is no slip to print for this card.</source>
        <translation>Für diese Karte gibt es keinen Beleg zu drucken.</translation>
    </message>
    <message>
        <source>There is no code to show for this card.</source>
        <translation>Für diese Karte gibt es keinen Code zu zeigen.</translation>
    </message>
    <message>
        <source>There is no refund for this card.</source>
        <translation>Für diese Karte gibt es keine Rückzahlung.</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
    <message>
        <source>Left out of the cart, because it can&apos;t be sold now: {brands}.</source>
        <translation>Nicht in den Warenkorb übernommen, weil gerade nicht verkäuflich: {brands}.</translation>
    </message>
    <message>
        <source>At most {most} carts can be parked. Take one up or throw one away first.</source>
        <translation>Höchstens {most} Warenkörbe können geparkt werden. Setzen Sie zuerst einen fort oder verwerfen Sie einen.</translation>
    </message>
    <message>
        <source>This parked cart is not there any more.</source>
        <translation>Diesen geparkten Warenkorb gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This product is not in the catalogue.</source>
        <translation>Dieses Produkt steht nicht im Katalog.</translation>
    </message>
    <message>
        <source>This can&apos;t be a shelf label. It needs 4 to 64 characters without blanks, one a digit.</source>
        <translation>Das kann kein Regaletikett sein. Es braucht 4 bis 64 Zeichen ohne Leerzeichen, eines davon eine Ziffer.</translation>
    </message>
    <message>
        <source>This shelf label is not known any more.</source>
        <translation>Dieses Regaletikett ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>The provider no longer has this card as it was sold. Ask the issuer whether it was redeemed or cancelled.</source>
        <translation>Der Anbieter führt diese Karte nicht mehr so, wie sie verkauft wurde. Fragen Sie beim Herausgeber, ob sie eingelöst oder storniert wurde.</translation>
    </message>
    <message>
        <source>The provider shows another card for this order.</source>
        <translation>Der Anbieter zeigt zu dieser Bestellung eine andere Karte.</translation>
    </message>
    <message>
        <source>Something is still open about this sale.</source>
        <translation>Zu diesem Verkauf ist noch etwas offen.</translation>
    </message>
    <message>
        <source>This card has not been handed over.</source>
        <translation>Diese Karte wurde nicht übergeben.</translation>
    </message>
    <message>
        <source>This card has not been invalidated.</source>
        <translation>Diese Karte wurde nicht entwertet.</translation>
    </message>
    <message>
        <source>This code has been erased from the till.</source>
        <translation>Dieser Code wurde auf der Kasse gelöscht.</translation>
    </message>
    <message>
        <source>The till is locked. Sign in first.</source>
        <translation>Die Kasse ist gesperrt. Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>A manager must approve this.</source>
        <translation>Das muss eine Leitung freigeben.</translation>
    </message>
    <message>
        <source>Only a manager can approve this.</source>
        <translation>Das kann nur eine Leitung freigeben.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Please try again.</source>
        <translation>Die PIN ist falsch. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {wait_s} seconds.</source>
        <translation>Zu viele falsche PINs. Versuchen Sie es in {wait_s} Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>Eine PIN hat 4 bis 12 Ziffern.</translation>
    </message>
    <message>
        <source>Enter a name of 1 to 60 characters.</source>
        <translation>Geben Sie einen Namen mit 1 bis 60 Zeichen ein.</translation>
    </message>
    <message>
        <source>Somebody is already called {name}.</source>
        <translation>{name} gibt es schon.</translation>
    </message>
    <message>
        <source>This person is no longer known to the till.</source>
        <translation>Diese Person kennt die Kasse nicht mehr.</translation>
    </message>
    <message>
        <source>This person may not sign in at present.</source>
        <translation>Diese Person darf sich zurzeit nicht anmelden.</translation>
    </message>
    <message>
        <source>The till needs at least one manager. Make somebody else a manager first.</source>
        <translation>Die Kasse braucht mindestens eine Leitung. Machen Sie zuerst jemand anderen zur Leitung.</translation>
    </message>
    <message>
        <source>No day is open. It opens by itself with the first sale.</source>
        <translation>Kein Tag ist offen. Er öffnet sich von selbst mit dem ersten Verkauf.</translation>
    </message>
    <message>
        <source>There is no day {day} on this till.</source>
        <translation>Auf dieser Kasse gibt es keinen Tag {day}.</translation>
    </message>
    <message>
        <source>Somebody has read this notice already.</source>
        <translation>Diesen Hinweis hat schon jemand gelesen.</translation>
    </message>
    <message>
        <source>{key} can&apos;t be {value}.</source>
        <translation>{key} kann nicht {value} sein.</translation>
    </message>
    <message>
        <source>Enter the shop&apos;s name, 1 to 80 characters.</source>
        <translation>Geben Sie den Namen des Geschäfts ein, 1 bis 80 Zeichen.</translation>
    </message>
    <message>
        <source>A till&apos;s name has 1 to 12 letters, digits or hyphens.</source>
        <translation>Der Name einer Kasse hat 1 bis 12 Buchstaben, Ziffern oder Bindestriche.</translation>
    </message>
    <message>
        <source>Enter the country as two capital letters, such as DE.</source>
        <translation>Geben Sie das Land mit zwei Großbuchstaben an, etwa DE.</translation>
    </message>
    <message>
        <source>Enter the currency as three capital letters, such as EUR.</source>
        <translation>Geben Sie die Währung mit drei Großbuchstaben an, etwa EUR.</translation>
    </message>
    <message>
        <source>Enter the first manager&apos;s name.</source>
        <translation>Geben Sie den Namen der ersten Leitung ein.</translation>
    </message>
    <message>
        <source>Enter the client id that the provider gave the shop.</source>
        <translation>Geben Sie die Client-ID ein, die das Geschäft vom Anbieter bekommen hat.</translation>
    </message>
    <message>
        <source>This client id can&apos;t be used. Copy it again from the provider&apos;s letter.</source>
        <translation>Diese Client-ID ist nicht verwendbar. Übernehmen Sie sie noch einmal aus dem Schreiben des Anbieters.</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Das ist keine Web-Adresse.</translation>
    </message>
    <message>
        <source>The address must begin with https, so that nobody can read along.</source>
        <translation>Die Adresse muss mit https beginnen, damit niemand mitlesen kann.</translation>
    </message>
    <message>
        <source>The address must end with the version, such as /v1.</source>
        <translation>Die Adresse muss mit der Version enden, etwa /v1.</translation>
    </message>
    <message>
        <source>Enter the client secret.</source>
        <translation>Geben Sie das Client-Secret ein.</translation>
    </message>
    <message>
        <source>The client secret is not known. A manager enters it in Settings.</source>
        <translation>Das Client-Secret ist nicht bekannt. Eine Leitung gibt es in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>This printer can&apos;t be used. Choose one from the list or check the address.</source>
        <translation>Dieser Drucker ist nicht verwendbar. Wählen Sie einen aus der Liste, oder prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>This till has been set up already.</source>
        <translation>Diese Kasse ist schon eingerichtet.</translation>
    </message>
    <message>
        <source>Till, country and currency can&apos;t be changed once the till is set up.</source>
        <translation>Kasse, Land und Währung lassen sich nach dem Einrichten nicht mehr ändern.</translation>
    </message>
    <message>
        <source>The provider account can&apos;t be changed while cards are open. Close the open cases first.</source>
        <translation>Das Anbieterkonto lässt sich nicht ändern, solange Karten offen sind. Schließen Sie zuerst die offenen Fälle ab.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {reason}.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The provider does not accept this client id and secret ({said}). Nothing was changed.</source>
        <translation>Der Anbieter nimmt Client-ID und Geheimnis nicht an ({said}). Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The new account could not be tested ({said}), so nothing was changed. Try again once the provider answers.</source>
        <translation>Das neue Konto konnte nicht geprüft werden ({said}), also wurde nichts geändert. Versuchen Sie es erneut, sobald der Anbieter antwortet.</translation>
    </message>
    <message>
        <source>The secret comes from the environment of this computer (POS_APP_CLIENT_SECRET). Change it there.</source>
        <translation>Das Geheimnis kommt aus der Umgebung dieses Computers (POS_APP_CLIENT_SECRET). Ändern Sie es dort.</translation>
    </message>
    <message>
        <source>The port {port} can&apos;t be used: {reason}.</source>
        <translation>Der Port {port} ist nicht verwendbar: {reason}.</translation>
    </message>
    <message>
        <source>There is no trouble called {name}.</source>
        <translation>Eine Störung namens {name} gibt es nicht.</translation>
    </message>
    <message>
        <source>{count} is not a usable number of times.</source>
        <translation>{count} ist keine verwendbare Anzahl.</translation>
    </message>
    <message>
        <source>The trouble {name} does not fit that request.</source>
        <translation>Die Störung {name} passt nicht zu dieser Anfrage.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll. Nichts ging verloren. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The till may not write to its folder. Check the rights of the data folder.</source>
        <translation>Die Kasse darf nicht in ihren Ordner schreiben. Prüfen Sie die Rechte des Datenordners.</translation>
    </message>
    <message>
        <source>The database is damaged. Stop selling and restore the last backup.</source>
        <translation>Die Datenbank ist beschädigt. Verkaufen Sie nicht weiter, und stellen Sie die letzte Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Another program holds the database. Close it and try again.</source>
        <translation>Ein anderes Programm hält die Datenbank fest. Schließen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk does not answer as it should ({detail}). Check the disk.</source>
        <translation>Der Datenträger antwortet nicht, wie er soll ({detail}). Prüfen Sie ihn.</translation>
    </message>
    <message>
        <source>The backup could not be verified and was not kept. Check the disk.</source>
        <translation>Die Sicherung ließ sich nicht prüfen und wurde nicht behalten. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>There is already a database at {path}.</source>
        <translation>Unter {path} liegt schon eine Datenbank.</translation>
    </message>
    <message>
        <source>There is no database at {path}.</source>
        <translation>Unter {path} liegt keine Datenbank.</translation>
    </message>
    <message>
        <source>This till has been used, but its database is gone from {path}. Put the newest backup in its place with: pos-app restore &quot;{backup}&quot;</source>
        <translation>Diese Kasse war schon in Gebrauch, aber ihre Datenbank fehlt unter {path}. Setzen Sie die neueste Sicherung ein: pos-app restore &quot;{backup}&quot;</translation>
    </message>
    <message>
        <source>This till has been used, but its database is gone from {path}, and there is no backup beside it. Put one in its place with: pos-app restore FILE</source>
        <translation>Diese Kasse war schon in Gebrauch, aber ihre Datenbank fehlt unter {path}, und daneben liegt keine Sicherung. Setzen Sie eine ein: pos-app restore DATEI</translation>
    </message>
    <message>
        <source>The database can&apos;t be trusted ({detail}). Put the newest backup in its place with: pos-app restore &quot;{backup}&quot;</source>
        <translation>Der Datenbank ist nicht zu trauen ({detail}). Setzen Sie die neueste Sicherung ein: pos-app restore &quot;{backup}&quot;</translation>
    </message>
    <message>
        <source>The database can&apos;t be trusted ({detail}), and there is no backup beside it. Put one in its place with: pos-app restore FILE</source>
        <translation>Der Datenbank ist nicht zu trauen ({detail}), und daneben liegt keine Sicherung. Setzen Sie eine ein: pos-app restore DATEI</translation>
    </message>
    <message>
        <source>This till was copied from another computer, so it does not sell here. To move it here for good, stop the other one and run pos-app restore with its newest backup.</source>
        <translation>Diese Kasse wurde von einem anderen Computer kopiert und verkauft hier deshalb nicht. Um sie endgültig hierher zu holen, halten Sie die andere an, und rufen Sie pos-app restore mit deren neuester Sicherung auf.</translation>
    </message>
    <message>
        <source>The till is running. Close it first.</source>
        <translation>Die Kasse läuft. Schließen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The backup {path} can&apos;t be read: {reason}.</source>
        <translation>Die Sicherung {path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a backup of a till.</source>
        <translation>{path} ist keine Sicherung einer Kasse.</translation>
    </message>
    <message>
        <source>The backup {path} is damaged ({detail}).</source>
        <translation>Die Sicherung {path} ist beschädigt ({detail}).</translation>
    </message>
    <message>
        <source>The backup {path} comes from a newer program. Install the newest version.</source>
        <translation>Die Sicherung {path} stammt von einem neueren Programm. Installieren Sie die neueste Version.</translation>
    </message>
    <message>
        <source>The backup {path} belongs to another till ({what} differs).</source>
        <translation>Die Sicherung {path} gehört zu einer anderen Kasse ({what} ist anders).</translation>
    </message>
    <message>
        <source>The backup {path} can&apos;t be opened with this till&apos;s key.</source>
        <translation>Die Sicherung {path} lässt sich mit dem Schlüssel dieser Kasse nicht öffnen.</translation>
    </message>
    <message>
        <source>This database belongs to another till. Put this till&apos;s own database back.</source>
        <translation>Diese Datenbank gehört zu einer anderen Kasse. Legen Sie die eigene Datenbank dieser Kasse zurück.</translation>
    </message>
    <message>
        <source>The database comes from a newer program. Install the newest version.</source>
        <translation>Die Datenbank stammt von einem neueren Programm. Installieren Sie die neueste Version.</translation>
    </message>
    <message>
        <source>The database could not be brought up to date. The copy made before is untouched; keep it and call support.</source>
        <translation>Die Datenbank ließ sich nicht auf den neuesten Stand bringen. Die Kopie von vorher ist unberührt; bewahren Sie sie auf, und rufen Sie den Support.</translation>
    </message>
    <message>
        <source>The place where the till keeps its secrets can&apos;t be opened. Unlock it first.</source>
        <translation>Der Ort, an dem die Kasse ihre Geheimnisse aufbewahrt, lässt sich nicht öffnen. Entsperren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>The secret could not be kept. Nothing changed.</source>
        <translation>Das Secret ließ sich nicht speichern. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The key of the card vault is damaged. Call support.</source>
        <translation>Der Schlüssel des Kartentresors ist beschädigt. Rufen Sie den Support.</translation>
    </message>
    <message>
        <source>The key does not fit this database: its cards can&apos;t be opened. Call support.</source>
        <translation>Der Schlüssel passt nicht zu dieser Datenbank: Ihre Karten lassen sich nicht öffnen. Rufen Sie den Support.</translation>
    </message>
    <message>
        <source>This card can&apos;t be opened. Call support.</source>
        <translation>Diese Karte lässt sich nicht öffnen. Rufen Sie den Support.</translation>
    </message>
    <message>
        <source>The till is already running on this computer, but does not answer.</source>
        <translation>Die Kasse läuft auf diesem Computer schon, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>The settings of this till are missing ({file}). Put them back.</source>
        <translation>Die Einstellungen dieser Kasse fehlen ({file}). Legen Sie sie zurück.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be understood ({file}). Put a good copy back.</source>
        <translation>Die Einstellungen sind nicht verständlich ({file}). Legen Sie eine gute Kopie zurück.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be read ({file}). Check the rights of the file.</source>
        <translation>Die Einstellungen sind nicht lesbar ({file}). Prüfen Sie die Rechte der Datei.</translation>
    </message>
    <message>
        <source>The setting {key} is missing.</source>
        <translation>Die Einstellung {key} fehlt.</translation>
    </message>
    <message>
        <source>The setting {key} is not known. Does it come from a newer program?</source>
        <translation>Die Einstellung {key} ist nicht bekannt. Stammt sie von einem neueren Programm?</translation>
    </message>
    <message>
        <source>{variable} must be the full path of a folder.</source>
        <translation>{variable} muss der volle Pfad eines Ordners sein.</translation>
    </message>
    <message>
        <source>{variable} is {value}; the till speaks {known}.</source>
        <translation>{variable} ist {value}; die Kasse spricht {known}.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>{path} ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>The key of the card vault is missing. Put it back, or restore a backup.</source>
        <translation>Der Schlüssel des Kartentresors fehlt. Legen Sie ihn zurück, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>There are sales in {path}; nothing was removed.</source>
        <translation>In {path} liegen Verkäufe; nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>The training provider&apos;s books can&apos;t be read or written.</source>
        <translation>Die Bücher des Schulungsanbieters lassen sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>The training provider&apos;s books are damaged. Remove the training folder.</source>
        <translation>Die Bücher des Schulungsanbieters sind beschädigt. Entfernen Sie den Schulungsordner.</translation>
    </message>
    <message>
        <source>The printer does not answer. Is it on and connected? Then print again.</source>
        <translation>Der Drucker antwortet nicht. Ist er an und angeschlossen? Drucken Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Put a new roll in, then print again.</source>
        <translation>Der Drucker hat kein Papier mehr. Legen Sie eine neue Rolle ein, und drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>The printer {target} can&apos;t be found. Choose a printer in Settings.</source>
        <translation>Der Drucker {target} ist nicht zu finden. Wählen Sie in den Einstellungen einen Drucker.</translation>
    </message>
    <message>
        <source>The till may not print to {target}. Check its rights or choose another.</source>
        <translation>Die Kasse darf nicht auf {target} drucken. Prüfen Sie die Rechte, oder wählen Sie einen anderen Drucker.</translation>
    </message>
    <message>
        <source>The slip could not be written: the disk is full. Free some space first.</source>
        <translation>Der Beleg ließ sich nicht schreiben: Der Datenträger ist voll. Schaffen Sie zuerst Platz.</translation>
    </message>
    <message>
        <source>The slip could not be printed. Try again.</source>
        <translation>Der Beleg ließ sich nicht drucken. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The brand has no PDF of its own for this card. The slip of this till is enough.</source>
        <translation>Die Marke hat für diese Karte kein eigenes PDF. Der Beleg dieser Kasse genügt.</translation>
    </message>
    <message>
        <source>The address of the brand&apos;s PDF is not safe, so it was not fetched. The slip of this till is just as good.</source>
        <translation>Die Adresse des PDFs der Marke ist nicht sicher, deshalb wurde es nicht geholt. Der Beleg dieser Kasse ist genauso gut.</translation>
    </message>
    <message>
        <source>The brand&apos;s PDF could not be fetched. The slip of this till is just as good.</source>
        <translation>Das PDF der Marke konnte nicht geholt werden. Der Beleg dieser Kasse ist genauso gut.</translation>
    </message>
    <message>
        <source>The brand&apos;s PDF is larger than {most} MB, so it was not fetched. The slip of this till is just as good.</source>
        <translation>Das PDF der Marke ist größer als {most} MB, deshalb wurde es nicht geholt. Der Beleg dieser Kasse ist genauso gut.</translation>
    </message>
    <message>
        <source>What the brand sent is no PDF that can be printed. The slip of this till is just as good.</source>
        <translation>Was die Marke geschickt hat, ist kein druckbares PDF. Der Beleg dieser Kasse ist genauso gut.</translation>
    </message>
    <message>
        <source>The sentence has to fit on one line of up to {most} characters.</source>
        <translation>Der Satz muss in eine Zeile von höchstens {most} Zeichen passen.</translation>
    </message>
    <message>
        <source>This computer has no printing system. Choose another kind of printer.</source>
        <translation>Dieser Computer hat kein Drucksystem. Wählen Sie eine andere Art von Drucker.</translation>
    </message>
    <message>
        <source>No printer is chosen. A manager chooses one in Settings.</source>
        <translation>Es ist kein Drucker gewählt. Eine Leitung wählt einen in den Einstellungen.</translation>
    </message>
    <message>
        <source>The provider can&apos;t be reached. Check the network.</source>
        <translation>Der Anbieter ist nicht erreichbar. Prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>The provider&apos;s address can&apos;t be found. Check the network and the address.</source>
        <translation>Die Adresse des Anbieters ist nicht zu finden. Prüfen Sie das Netz und die Adresse.</translation>
    </message>
    <message>
        <source>The connection to the provider is not secure and was not used.</source>
        <translation>Die Verbindung zum Anbieter ist nicht sicher und wurde nicht genutzt.</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>Der Anbieter hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The connection to the provider was cut.</source>
        <translation>Die Verbindung zum Anbieter ist abgerissen.</translation>
    </message>
    <message>
        <source>The till is closing; nothing more is asked.</source>
        <translation>Die Kasse wird geschlossen; es wird nichts mehr gefragt.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer was too large to be used.</source>
        <translation>Die Antwort des Anbieters war zu groß, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be read.</source>
        <translation>Die Antwort des Anbieters war nicht lesbar.</translation>
    </message>
    <message>
        <source>The provider&apos;s catalogue does not end. The last good one stays in use.</source>
        <translation>Der Katalog des Anbieters nimmt kein Ende. Der letzte gute bleibt in Gebrauch.</translation>
    </message>
    <message>
        <source>The provider refuses the client id or the secret. Check both in Settings.</source>
        <translation>Der Anbieter weist Client-ID oder Secret zurück. Prüfen Sie beide in den Einstellungen.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off. Set it right, then try again.</source>
        <translation>Die Uhr dieses Computers geht falsch. Stellen Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The provider does not know this address. Check it in Settings.</source>
        <translation>Der Anbieter kennt diese Adresse nicht. Prüfen Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>The provider could not read what the till sent. Call support.</source>
        <translation>Der Anbieter konnte nicht lesen, was die Kasse gesendet hat. Rufen Sie den Support.</translation>
    </message>
    <message>
        <source>The provider has not opened this account for real sales yet.</source>
        <translation>Der Anbieter hat dieses Konto noch nicht für echte Verkäufe freigeschaltet.</translation>
    </message>
    <message>
        <source>This client id may not do that at the provider. Ask the provider.</source>
        <translation>Diese Client-ID darf das beim Anbieter nicht. Fragen Sie den Anbieter.</translation>
    </message>
    <message>
        <source>The provider blocks this computer for now. Try again later.</source>
        <translation>Der Anbieter sperrt diesen Computer zurzeit. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The provider does not know this address. Check it, with its version at the end.</source>
        <translation>Der Anbieter kennt diese Adresse nicht. Prüfen Sie sie, samt der Version am Ende.</translation>
    </message>
    <message>
        <source>The provider refuses so much at once.</source>
        <translation>So viel auf einmal nimmt der Anbieter nicht an.</translation>
    </message>
    <message>
        <source>The provider asks for a pause. The till goes on by itself.</source>
        <translation>Der Anbieter bittet um eine Pause. Die Kasse macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The provider has a disturbance of its own. Try again later.</source>
        <translation>Der Anbieter hat selbst eine Störung. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The provider does not know this order.</source>
        <translation>Der Anbieter kennt diese Bestellung nicht.</translation>
    </message>
    <message>
        <source>The provider refuses a detail of this order.</source>
        <translation>Der Anbieter lehnt eine Angabe dieser Bestellung ab.</translation>
    </message>
    <message>
        <source>The provider does not sell this card at the moment.</source>
        <translation>Der Anbieter verkauft diese Karte zurzeit nicht.</translation>
    </message>
    <message>
        <source>The shop&apos;s balance at the provider is too low. Tell the manager.</source>
        <translation>Das Guthaben des Geschäfts beim Anbieter ist zu niedrig. Sagen Sie der Leitung Bescheid.</translation>
    </message>
    <message>
        <source>The provider&apos;s limit for one customer is exceeded.</source>
        <translation>Die Grenze des Anbieters für eine Person ist überschritten.</translation>
    </message>
    <message>
        <source>The provider is still working on this order. The till asks again by itself.</source>
        <translation>Der Anbieter arbeitet noch an dieser Bestellung. Die Kasse fragt von selbst wieder.</translation>
    </message>
    <message>
        <source>The order has failed at the provider.</source>
        <translation>Die Bestellung ist beim Anbieter fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The card has already been invalidated.</source>
        <translation>Die Karte ist schon entwertet.</translation>
    </message>
    <message>
        <source>It is too late: the provider no longer takes this card back.</source>
        <translation>Es ist zu spät: Der Anbieter nimmt diese Karte nicht mehr zurück.</translation>
    </message>
    <message>
        <source>The provider does not take cards of this brand back.</source>
        <translation>Karten dieser Marke nimmt der Anbieter nicht zurück.</translation>
    </message>
    <message>
        <source>The provider refused ({code}). Try again later or call support.</source>
        <translation>Der Anbieter hat abgelehnt ({code}). Versuchen Sie es später noch einmal, oder rufen Sie den Support.</translation>
    </message>
    <message>
        <source>That did not work ({code}). Try again or call support.</source>
        <translation>Das hat nicht geklappt ({code}). Versuchen Sie es noch einmal, oder rufen Sie den Support.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Paid sales are stored and safe. If it happens again, restart the till.</source>
        <translation>Im Programm ist etwas schiefgegangen. Bezahlte Verkäufe sind gespeichert und sicher. Geschieht es wieder, starten Sie die Kasse neu.</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>Paid at the main till</source>
        <translation>An der Hauptkasse bezahlt</translation>
    </message>
    <message>
        <source>Order sent to the provider</source>
        <translation>Bestellung an den Anbieter gesendet</translation>
    </message>
    <message>
        <source>The provider answered</source>
        <translation>Der Anbieter hat geantwortet</translation>
    </message>
    <message>
        <source>The program ended while the order was on its way</source>
        <translation>Das Programm endete, während die Bestellung unterwegs war</translation>
    </message>
    <message>
        <source>Card received and stored</source>
        <translation>Karte erhalten und gespeichert</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Refund became due</source>
        <translation>Rückzahlung wurde fällig</translation>
    </message>
    <message>
        <source>Refund paid</source>
        <translation>Rückzahlung geleistet</translation>
    </message>
    <message>
        <source>Refund withdrawn: the card was kept</source>
        <translation>Rückzahlung zurückgenommen: Die Karte wurde behalten</translation>
    </message>
    <message>
        <source>Ordered again, paid by the refund</source>
        <translation>Neu bestellt, bezahlt aus der Rückzahlung</translation>
    </message>
    <message>
        <source>Invalidation asked for</source>
        <translation>Entwertung verlangt</translation>
    </message>
    <message>
        <source>Invalidation sent to the provider</source>
        <translation>Entwertung an den Anbieter gesendet</translation>
    </message>
    <message>
        <source>The provider answered the invalidation</source>
        <translation>Der Anbieter hat auf die Entwertung geantwortet</translation>
    </message>
    <message>
        <source>Printing started</source>
        <translation>Druck begonnen</translation>
    </message>
    <message>
        <source>Printing ended</source>
        <translation>Druck beendet</translation>
    </message>
    <message>
        <source>Handed over to the customer</source>
        <translation>Der Kundschaft übergeben</translation>
    </message>
    <message>
        <source>Code shown on screen</source>
        <translation>Code am Bildschirm gezeigt</translation>
    </message>
    <message>
        <source>Code erased from this till</source>
        <translation>Code auf dieser Kasse gelöscht</translation>
    </message>
    <message>
        <source>Code fetched from the provider again</source>
        <translation>Code erneut vom Anbieter geholt</translation>
    </message>
    <message>
        <source>Became an open case</source>
        <translation>Wurde ein offener Fall</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Fall abgeschlossen</translation>
    </message>
    <message>
        <source>Approved by a manager</source>
        <translation>Von einer Leitung freigegeben</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>Falsche PIN</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Person hinzugefügt</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Person geändert</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Selling stopped</source>
        <translation>Verkauf gestoppt</translation>
    </message>
    <message>
        <source>Selling allowed again</source>
        <translation>Verkauf wieder erlaubt</translation>
    </message>
    <message>
        <source>Shelf label learned</source>
        <translation>Regaletikett gelernt</translation>
    </message>
    <message>
        <source>Shelf label removed</source>
        <translation>Regaletikett entfernt</translation>
    </message>
    <message>
        <source>Day opened</source>
        <translation>Tag geöffnet</translation>
    </message>
    <message>
        <source>Day ended</source>
        <translation>Tag abgeschlossen</translation>
    </message>
    <message>
        <source>Till set up</source>
        <translation>Kasse eingerichtet</translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation>Aus einer Sicherung wiederhergestellt</translation>
    </message>
    <message>
        <source>The clock was changed</source>
        <translation>Die Uhr wurde verstellt</translation>
    </message>
    <message>
        <source>Notice read</source>
        <translation>Hinweis gelesen</translation>
    </message>
    <message>
        <source>The provider refused the till&apos;s credentials</source>
        <translation>Der Anbieter hat die Zugangsdaten der Kasse abgewiesen</translation>
    </message>
    <message>
        <source>The provider accepted the till&apos;s credentials again</source>
        <translation>Der Anbieter hat die Zugangsdaten der Kasse wieder angenommen</translation>
    </message>
    <message>
        <source>The order is complete</source>
        <translation>Die Bestellung ist fertig</translation>
    </message>
    <message>
        <source>The order failed</source>
        <translation>Die Bestellung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The card is worthless</source>
        <translation>Die Karte ist wertlos</translation>
    </message>
    <message>
        <source>The order is still being worked on</source>
        <translation>Die Bestellung ist noch in Arbeit</translation>
    </message>
    <message>
        <source>The provider could not be reached</source>
        <translation>Der Anbieter war nicht erreichbar</translation>
    </message>
    <message>
        <source>The provider asks to try again later</source>
        <translation>Der Anbieter bittet, es später noch einmal zu versuchen</translation>
    </message>
    <message>
        <source>The provider refused</source>
        <translation>Der Anbieter hat abgelehnt</translation>
    </message>
    <message>
        <source>No clear answer</source>
        <translation>Keine klare Antwort</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>Beleg gedruckt</translation>
    </message>
    <message>
        <source>Slip not printed</source>
        <translation>Beleg nicht gedruckt</translation>
    </message>
    <message>
        <source>Slip perhaps printed</source>
        <translation>Beleg vielleicht gedruckt</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>die Verbindung riss ab</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>the program was closing</source>
        <translation>das Programm wurde beendet</translation>
    </message>
    <message>
        <source>the answer could not be read</source>
        <translation>die Antwort war nicht lesbar</translation>
    </message>
    <message>
        <source>a fault at the provider</source>
        <translation>ein Fehler beim Anbieter</translation>
    </message>
    <message>
        <source>it belongs to another account</source>
        <translation>sie gehört zu einem anderen Konto</translation>
    </message>
    <message>
        <source>the provider&apos;s address was not found</source>
        <translation>die Adresse des Anbieters wurde nicht gefunden</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>the connection was not trustworthy</source>
        <translation>die Verbindung war nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>another product or amount than ordered</source>
        <translation>anderes Produkt oder anderer Betrag als bestellt</translation>
    </message>
    <message>
        <source>complete, but without a card</source>
        <translation>vollständig, aber ohne Karte</translation>
    </message>
    <message>
        <source>the provider does not find its own order</source>
        <translation>der Anbieter findet seine eigene Bestellung nicht</translation>
    </message>
    <message>
        <source>too old to be sent again</source>
        <translation>zu alt, um erneut gesendet zu werden</translation>
    </message>
    <message>
        <source>it came out of a backup</source>
        <translation>sie kam aus einer Sicherung</translation>
    </message>
    <message>
        <source>given up, and not sent again</source>
        <translation>aufgegeben und nicht erneut gesendet</translation>
    </message>
    <message>
        <source>too late to be invalidated</source>
        <translation>zu spät zum Entwerten</translation>
    </message>
    <message>
        <source>this card can&apos;t be invalidated</source>
        <translation>diese Karte kann nicht entwertet werden</translation>
    </message>
    <message>
        <source>no such card at the provider</source>
        <translation>keine solche Karte beim Anbieter</translation>
    </message>
    <message>
        <source>A manager approved a copy of the slip</source>
        <translation>Die Leitung hat eine Kopie des Belegs genehmigt</translation>
    </message>
    <message>
        <source>A manager approved an amount above the owner&apos;s limit</source>
        <translation>Die Leitung hat einen Betrag über der Grenze genehmigt</translation>
    </message>
    <message>
        <source>the till</source>
        <translation>die Kasse</translation>
    </message>
    <message>
        <source>at the till: %1</source>
        <translation>an der Kasse: %1</translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation>Kopie %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>receipt %1</source>
        <translation>Bon %1</translation>
    </message>
    <message>
        <source>as line %1</source>
        <translation>als Zeile %1</translation>
    </message>
</context>
<context>
    <name>kit</name>
    <message>
        <source>Shortcut: %1</source>
        <translation>Tastenkürzel: %1</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild↑</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild↓</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Current page</source>
        <translation>Aktuelle Seite</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Delete digit</source>
        <translation>Ziffer löschen</translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Bitte warten</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>The copy is printed.</source>
        <translation>Die Kopie ist gedruckt.</translation>
    </message>
    <message>
        <source>The provider is being asked now.</source>
        <translation>Der Anbieter wird jetzt gefragt.</translation>
    </message>
    <message>
        <source>The provider answered. Everything is as it was.</source>
        <translation>Der Anbieter hat geantwortet. Alles ist, wie es war.</translation>
    </message>
    <message>
        <source>The provider answered. The line is up to date.</source>
        <translation>Der Anbieter hat geantwortet. Die Zeile ist auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>Approved. Now press and hold Show code.</source>
        <translation>Freigegeben. Halten Sie jetzt „Code zeigen“ gedrückt.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>The brand&apos;s PDF is being fetched.</source>
        <translation>Das PDF der Marke wird geholt.</translation>
    </message>
    <message>
        <source>The shop copy is printed.</source>
        <translation>Der Beleg für den Laden ist gedruckt.</translation>
    </message>
    <message>
        <source>The void slip is printed.</source>
        <translation>Der Stornobeleg ist gedruckt.</translation>
    </message>
    <message>
        <source>The refund slip is printed.</source>
        <translation>Der Rückzahlungsbeleg ist gedruckt.</translation>
    </message>
    <message>
        <source>The brand&apos;s PDF is printed.</source>
        <translation>Das PDF der Marke ist gedruckt.</translation>
    </message>
    <message>
        <source>Card slip</source>
        <translation>Kartenbeleg</translation>
    </message>
    <message>
        <source>Shop copy</source>
        <translation>Ladenbeleg</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
    <message>
        <source>Print shop copy</source>
        <translation>Ladenbeleg drucken</translation>
    </message>
    <message>
        <source>Print refund slip</source>
        <translation>Rückzahlungsbeleg drucken</translation>
    </message>
    <message>
        <source>Print void slip</source>
        <translation>Stornobeleg drucken</translation>
    </message>
    <message>
        <source>Brand&apos;s PDF</source>
        <translation>PDF der Marke</translation>
    </message>
    <message>
        <source>Print brand&apos;s PDF</source>
        <translation>PDF der Marke drucken</translation>
    </message>
    <message>
        <source>%1, %2: printed with the marks of this till, as a copy.</source>
        <translation>%1, %2: wird mit den Angaben dieser Kasse gedruckt, als Kopie.</translation>
    </message>
    <message>
        <source>The brand&apos;s own PDF</source>
        <translation>Das eigene PDF der Marke</translation>
    </message>
    <message>
        <source>Show PDF</source>
        <translation>PDF zeigen</translation>
    </message>
    <message>
        <source>Press and hold</source>
        <translation>Gedrückt halten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Print PDF</source>
        <translation>PDF drucken</translation>
    </message>
    <message>
        <source>It holds the code: press and hold Show PDF to see it.</source>
        <translation>Darauf steht der Code: zum Ansehen „PDF zeigen“ gedrückt halten.</translation>
    </message>
    <message>
        <source>How slips look</source>
        <translation>So sehen die Belege aus</translation>
    </message>
    <message>
        <source>Invented cards, on the paper that is chosen.</source>
        <translation>Erfundene Karten auf dem gewählten Papier.</translation>
    </message>
    <message>
        <source>Slip to preview</source>
        <translation>Beleg für die Vorschau</translation>
    </message>
    <message>
        <source>Picture of the slip</source>
        <translation>Bild des Belegs</translation>
    </message>
</context>
<context>
    <name>payment</name>
    <message>
        <source>The payment slip is printed.</source>
        <translation>Der Zahlbeleg ist gedruckt.</translation>
    </message>
</context>
<context>
    <name>products</name>
    <message>
        <source>Not available now</source>
        <translation>Zurzeit nicht lieferbar</translation>
    </message>
    <message>
        <source>Only in %1</source>
        <translation>Nur in %1</translation>
    </message>
    <message>
        <source>Not for this country</source>
        <translation>Nicht für dieses Land</translation>
    </message>
    <message>
        <source>No usable delivery</source>
        <translation>Keine nutzbare Lieferung</translation>
    </message>
    <message>
        <source>Not sold at present</source>
        <translation>Zurzeit nicht im Verkauf</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>Electronics</source>
        <translation>Elektronik</translation>
    </message>
    <message>
        <source>Entertainment</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Fashion</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Essen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Zuhause</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <source>Wellness</source>
        <translation>Wellness</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>The code is printed on a slip.</source>
        <translation>Der Code wird auf einen Beleg gedruckt.</translation>
    </message>
    <message>
        <source>A link with a QR code is printed on a slip.</source>
        <translation>Ein Link mit QR-Code wird auf einen Beleg gedruckt.</translation>
    </message>
    <message>
        <source>The provider sends the card by e-mail. The slip shows no code.</source>
        <translation>Der Anbieter schickt die Karte per E-Mail. Auf dem Beleg steht kein Code.</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>in steps of %1</source>
        <translation>in Schritten von %1</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Can be taken back</source>
        <translation>Rücknahme möglich</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Keine Rücknahme</translation>
    </message>
    <message>
        <source>Whether a card can be taken back is not known yet.</source>
        <translation>Ob eine Karte zurückgenommen werden kann, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The provider has taken a card of this kind back before.</source>
        <translation>Der Anbieter hat eine solche Karte schon einmal zurückgenommen.</translation>
    </message>
    <message>
        <source>The provider does not take this card back: check it with the customer.</source>
        <translation>Der Anbieter nimmt diese Karte nicht zurück: Klären Sie das vorher mit der Kundschaft.</translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n month(s)</source>
        <translation>
            <numerusform>%n Monat gültig</numerusform>
            <numerusform>%n Monate gültig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message numerus="yes">
        <source>%n card(s) moved to Open cases.</source>
        <translation>
            <numerusform>%n Karte ist jetzt unter „Offene Fälle“.</numerusform>
            <numerusform>%n Karten sind jetzt unter „Offene Fälle“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Not ordered yet</source>
        <translation>Noch nicht bestellt</translation>
    </message>
    <message>
        <source>Ask the customer to wait. Asking the provider: %1</source>
        <translation>Bitten Sie um etwas Geduld. Der Anbieter wird gefragt: %1</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>The slip did not print</source>
        <translation>Der Beleg wurde nicht gedruckt</translation>
    </message>
    <message>
        <source>Is the slip readable?</source>
        <translation>Ist der Beleg lesbar?</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Beleg wird gedruckt</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Beleg drucken</translation>
    </message>
    <message>
        <source>Give %1 back</source>
        <translation>%1 zurückzahlen</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Alles erledigt</translation>
    </message>
    <message>
        <source>If the customer can&apos;t wait any longer, give up and refund.</source>
        <translation>Wenn die Kundschaft nicht länger warten kann, geben Sie auf und zahlen Sie zurück.</translation>
    </message>
    <message>
        <source>Keep the money. The till goes on asking. Wait longer, or give up and refund.</source>
        <translation>Behalten Sie das Geld. Die Kasse fragt weiter. Warten Sie länger, oder geben Sie auf und zahlen Sie zurück.</translation>
    </message>
    <message>
        <source>Look at the paper and give it to the customer. If it is bad, print it again.</source>
        <translation>Sehen Sie auf das Papier und übergeben Sie es. Ist es schlecht, drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>The slip comes out of the printer now.</source>
        <translation>Der Beleg kommt jetzt aus dem Drucker.</translation>
    </message>
    <message>
        <source>The card is here and was not printed. Press Print again.</source>
        <translation>Die Karte ist da und wurde nicht gedruckt. Drücken Sie „Noch einmal drucken“.</translation>
    </message>
    <message>
        <source>Pay it out at the main till and press Refund paid, or order the card again.</source>
        <translation>Zahlen Sie es an der Hauptkasse aus und drücken Sie „Rückzahlung geleistet“, oder bestellen Sie die Karte neu.</translation>
    </message>
    <message>
        <source>The till goes on by itself. Start a new sale: this moves to Open cases.</source>
        <translation>Die Kasse macht von selbst weiter. Beginnen Sie einen neuen Verkauf: Dieser hier kommt unter „Offene Fälle“.</translation>
    </message>
    <message>
        <source>Every card is with its customer.</source>
        <translation>Jede Karte ist übergeben.</translation>
    </message>
    <message>
        <source>Pay it out at the main till and press Refund paid. This customer gets no card any more.</source>
        <translation>Zahlen Sie es an der Hauptkasse aus und drücken Sie „Rückzahlung geleistet“. Die Karte wird nicht mehr ausgegeben.</translation>
    </message>
    <message>
        <source>Printing the slip</source>
        <translation>Beleg wird gedruckt</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>Beleg gedruckt</translation>
    </message>
    <message>
        <source>Slip perhaps printed</source>
        <translation>Beleg vielleicht gedruckt</translation>
    </message>
    <message>
        <source>Slip not printed</source>
        <translation>Beleg nicht gedruckt</translation>
    </message>
    <message>
        <source>Slip not printed yet</source>
        <translation>Beleg noch nicht gedruckt</translation>
    </message>
    <message numerus="yes">
        <source>%n paid card(s) never ordered.</source>
        <translation>
            <numerusform>%n bezahlte Karte wurde nie bestellt.</numerusform>
            <numerusform>%n bezahlte Karten wurden nie bestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Order now, or give up and refund.</source>
        <translation>Bestellen Sie jetzt, oder geben Sie auf und zahlen Sie zurück.</translation>
    </message>
    <message>
        <source>Then press Print again.</source>
        <translation>Drücken Sie danach „Noch einmal drucken“.</translation>
    </message>
    <message>
        <source>Every card and every refund of this sale is settled.</source>
        <translation>Jede Karte und jede Rückzahlung dieses Verkaufs ist erledigt.</translation>
    </message>
    <message>
        <source>ordered again as line %1</source>
        <translation>neu bestellt als Zeile %1</translation>
    </message>
    <message>
        <source>asking the provider: %1</source>
        <translation>Anbieter wird gefragt: %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>never ordered</source>
        <translation>nie bestellt</translation>
    </message>
    <message>
        <source>Refund receipt number</source>
        <translation>Bonnummer der Rückzahlung</translation>
    </message>
    <message>
        <source>Refund receipt (optional)</source>
        <translation>Bon der Rückzahlung (freiwillig)</translation>
    </message>
</context>
<context>
    <name>sell</name>
    <message>
        <source>%1, %2 was removed.</source>
        <translation>%1, %2 wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The cart is parked.</source>
        <translation>Der Warenkorb ist geparkt.</translation>
    </message>
    <message>
        <source>The barcode “%1” can&apos;t be used here.</source>
        <translation>Der Barcode „%1“ kann hier nicht verwendet werden.</translation>
    </message>
    <message>
        <source>%1 now opens %2.</source>
        <translation>%1 öffnet jetzt %2.</translation>
    </message>
</context>
<context>
    <name>standing</name>
    <message>
        <source>This till was restored from a backup. Later orders are missing here.</source>
        <translation>Diese Kasse wurde aus einer Sicherung wiederhergestellt. Spätere Bestellungen fehlen hier.</translation>
    </message>
    <message>
        <source>This till was restored from a backup. Orders since %1 are missing here: compare with the main till and the provider.</source>
        <translation>Diese Kasse wurde aus einer Sicherung wiederhergestellt. Bestellungen seit %1 fehlen hier: Gleichen Sie mit der Hauptkasse und dem Anbieter ab.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was set back by %1, seen %2.</source>
        <translation>Die Uhr des Computers wurde um %1 zurückgestellt, bemerkt %2.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was put on by %1, seen %2.</source>
        <translation>Die Uhr des Computers wurde um %1 vorgestellt, bemerkt %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider has refused this till&apos;s credentials since %1 (%2): no card can be ordered. Check client id and secret in Settings, Provider.</source>
        <translation>Der Anbieter weist die Zugangsdaten dieser Kasse seit %1 ab (%2): Es kann keine Karte bestellt werden. Prüfen Sie Client-ID und Geheimnis unter Einstellungen, Anbieter.</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Ordering</source>
        <translation>Wird bestellt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <source>Invalidating</source>
        <translation>Wird entwertet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>Entwertet</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Refund due</source>
        <translation>Rückzahlung fällig</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Zurückgezahlt</translation>
    </message>
</context>
</TS>
