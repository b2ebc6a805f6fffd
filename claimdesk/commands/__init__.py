"""One file a thing that a user can do: a frozen value without Qt and without SQL, whose
'apply' writes through a unit of work and says in a message what was done."""
