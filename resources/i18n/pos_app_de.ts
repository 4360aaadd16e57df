<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ApprovalSheet</name>
    <message>
        <source>To invalidate a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To show the code of a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To print a copy of a slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To close an open case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To change the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To sell above the owner&apos;s limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To refund before the provider has taken the e-mail card back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager approves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>Please leave the computer on. The window closes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys on this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything works with the keyboard alone, and with touch alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lists and fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next field or button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose in a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the main button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back, close a dialog</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Till %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is at the till?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRAINING – no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-ins for training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The till is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift card till</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n order(s) to be answered.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShellFrame</name>
    <message>
        <source>TRAINING – no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise troubles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Till %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Paid, but never ordered: the provider knows nothing of this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows yet whether this card was made. The till keeps asking by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is still making this card. The till keeps asking by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up. The till finds out whether a card was made, and takes it back if it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till must not ask about this order by itself any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider made a card for another product or amount than was ordered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider calls this order complete, but sent no card with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider no longer knows an order that it had confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is here, but the customer does not have it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slip was printed, or perhaps was. Nobody said that it was readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no card. The customer gets the money back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is being asked to make this card worthless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has not said for a long time whether this card is worthless now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider will not take this card back, so it is still worth its money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s card can&apos;t be taken back, so it stays theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money was given back and the card can&apos;t be. The shop owns this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order it now while the customer is here, or give up and refund the money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the money. Wait for the answer, or give up and refund when the customer leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the money. Wait for the card, or give up and refund when the customer leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do for the card. Give the money back if the refund is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the provider about key %1 of %2. Then a manager closes the case with the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalidate it and give the money back, or ask the provider about order %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again now. If no card comes, invalidate the order and give the money back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the provider about order %3. Then a manager closes the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the slip and hand it over. If the customer is gone, invalidate the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the paper: press Handed over if the customer has it, or print it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %4 back at the main till and press Refund paid, or order the card again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the slip here. The till goes on asking by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the card to the customer after all, or pay the refund: then the shop keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the slip back and press Handed over. No money is given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it away from customers. A manager closes the case as a loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was first sent too long ago to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line came out of a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was ordered with another provider account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was given up, and cards of this brand can&apos;t be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that the time for taking it back is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that this brand never takes cards back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that it does not know this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that the order failed or never came. A refund falls due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is worthless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that the card was made and invalidated. A refund falls due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop bears the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money was given back and the card can&apos;t be used. Nothing more happens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>This is not an amount. Write it like 50.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This currency has no such small parts. Write the amount like 50.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the amount with a point, for example 10.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest amount is {minimum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest amount is {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only steps of {step} are possible, beginning with {minimum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is only sold with {offered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is sold in {theirs}; this till sells in {ours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the customer&apos;s e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address. Please check it with the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sale can hold at most {most} cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is not delivered that way. Choose another kind of delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{brand} can&apos;t be ordered at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{brand} is sold in another currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{brand} is not sold in this country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{brand} can&apos;t be delivered in any way that this till knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cart is empty. Add a card first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cart has changed. Go back to the cart and check it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sale is still on screen. Press New sale first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s balance at the provider is {available}: too little for {total}. Take cards out, or tell the manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sale number {number} is already used. Go back to the cart and pay again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some cards are still being ordered. Wait, or give them up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sale {sale} on this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no card {line} on this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has just arrived. Hand it over, or have it invalidated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too early to give up. Ask the customer for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has been given up already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order has already ended. Nothing is left to give up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has already been handed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer already has the money back for this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has been given up: it must not be handed over any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Give up and refund first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order is too old to be sent again. The provider must be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No refund is due for this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s refund comes first: pay it and press Refund paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open about this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has not been delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not yet certain what became of this order. Wait for the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order can&apos;t be sent in its present state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order is no longer waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to ask the provider about this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no slip to print for this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no code to show for this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till is locked. Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager must approve this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a manager can approve this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is wrong. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {wait_s} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name of 1 to 60 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is already called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is no longer known to the till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person may not sign in at present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till needs at least one manager. Make somebody else a manager first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No day is open. It opens by itself with the first sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no day {day} on this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} can&apos;t be {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the shop&apos;s name, 1 to 80 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A till&apos;s name has 1 to 12 letters, digits or hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the country as two capital letters, such as DE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the currency as three capital letters, such as EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the client id that the provider gave the shop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client id can&apos;t be used. Copy it again from the provider&apos;s letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https, so that nobody can read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must end with the version, such as /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client secret is not known. A manager enters it in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This printer can&apos;t be used. Choose one from the list or check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has been set up already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till, country and currency can&apos;t be changed once the till is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider account can&apos;t be changed while cards are open. Close the open cases first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port {port} can&apos;t be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no trouble called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} is not a usable number of times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trouble {name} does not fit that request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till may not write to its folder. Check the rights of the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged. Stop selling and restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk does not answer as it should ({detail}). Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be verified and was not kept. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a database at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has been used, but its database is gone from {path}. Put it back or restore a backup; the till does not start empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database can&apos;t be trusted ({detail}). Restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database belongs to another till. Put this till&apos;s own database back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database comes from a newer program. Install the newest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database could not be brought up to date. The copy made before is untouched; keep it and call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place where the till keeps its secrets can&apos;t be opened. Unlock it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret could not be kept. Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the card vault is damaged. Call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not fit this database: its cards can&apos;t be opened. Call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card can&apos;t be opened. Call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer. Is it on and connected? Then print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer is out of paper. Put a new roll in, then print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer {target} can&apos;t be found. Choose a printer in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till may not print to {target}. Check its rights or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip could not be written: the disk is full. Free some space first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip could not be printed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no printing system. Choose another kind of printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is chosen. A manager chooses one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider can&apos;t be reached. Check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s address can&apos;t be found. Check the network and the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the provider is not secure and was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the provider was cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till is closing; nothing more is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer was too large to be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s catalogue does not end. The last good one stays in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses the client id or the secret. Check both in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off. Set it right, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this address. Check it in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not read what the till sent. Call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has not opened this account for real sales yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client id may not do that at the provider. Ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider blocks this computer for now. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this address. Check it, with its version at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses so much at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks for a pause. The till goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has a disturbance of its own. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses a detail of this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not sell this card at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s balance at the provider is too low. Tell the manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s limit for one customer is exceeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is still working on this order. The till asks again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order has failed at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has already been invalidated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too late: the provider no longer takes this card back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not take cards of this brand back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused ({code}). Try again later or call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work ({code}). Try again or call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Paid sales are stored and safe. If it happens again, restart the till.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>Paid at the main till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order sent to the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while the order was on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card received and stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund became due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund withdrawn: the card was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered again, paid by the refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalidation asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalidation sent to the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answered the invalidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code shown on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became an open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by a manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is worthless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is still being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks to try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip not printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip perhaps printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kit</name>
    <message>
        <source>Shortcut: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>payment</name>
    <message>
        <source>The payment slip is printed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>products</name>
    <message>
        <source>Not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for this country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is printed on a slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link with a QR code is printed on a slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider sends the card by e-mail. The slip shows no code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in steps of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sell</name>
    <message>
        <source>%1, %2 was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalidating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
