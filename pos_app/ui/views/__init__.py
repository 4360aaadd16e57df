"""What is on the screen: each view shows a frozen state and tells what a person wants."""
